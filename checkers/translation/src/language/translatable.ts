import type { Segment } from '@preflag/readers';
import { withoutChoices } from '../placeholders/choices.ts';

/** Addresses, file names, codes with digits, printf and brace placeholders, tags. */
const NOT_LANGUAGE =
  /\uFFFC+|(?:https?|ftp):\/\/\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|<[^<>]{1,200}>|\{\{?[^{}]{0,80}\}?\}|%(?:\d+\$)?[-+#0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[Lqjzt])?[diouxXeEfFgGaAcspn@]|\$\{[^}]*\}|(?<![\w./\\-])\w+(?:[./\\-]\w+)*\.\w{2,4}\b|(?<![\w.-])[\w-]+(?:\.[\w-]+){2,}|(?<![\p{L}\p{N}_])[\p{L}_]*[\p{N}_][\p{L}\p{N}_]*/gu;

/** What a command takes, in square brackets: an option, alternatives, or something that may come again: [-f], [--reason <text>], [on|off], [FILE...]. */
const TAKEN =
  /(?<=-)\[\w{1,20}-\][\w-]*|\[(?:--?[\w\uFFFC]|[^[\]]{0,200}(?:[|<]|\s--?\w|\.\.\.|…))[^[\]]{0,200}\]|\[[^[\]]{1,200}\](?=\s?(?:\.\.\.|…))|\([^()]{0,200}\|[^()]{0,200}\)/gu;
/** Options with their values, assignments and variables, lines at a prompt, and codes in a row: -x, --color=always, PATH=/bin, $HOME, $ ls, a,b,c. */
const CALL =
  /^\s*(?:\$|[A-Z]:\\>)\s.*$|(?<![\p{L}\p{N}_-])--?\p{L}[\p{L}\p{N}_-]*(?:\[?=\S+)?|(?<!\S)[\p{L}_][\p{L}\p{N}_]*=\S+|\$\w+|(?<![\p{L}\p{N}_])\w+(?:,\w+){2,}/gmu;
/** Few texts have any of it, and to look for this takes a tenth of the time: what each of the parts above begins with or is known by. */
const MAY_BE_NO_LANGUAGE = /[\uFFFC@<{%$_\p{N}]|\/\/|[.-][\p{L}]|\bwww/u;
const MAY_BE_CALL = /[$=\\]|-\p{L}|\w,\w/u;
/** Brackets within brackets, as deep as calls have them. */
const DEEPEST = 4;
/** What a user puts in: <file>, <new name>. */
const PLACEHOLDER = /<[\p{L}\p{M} _-]{1,40}>/u;

/** Both sides of a segment, each without what is no language; empty where it has none. */
export interface PlainTexts {
  readonly source: string;
  readonly target: string;
}

export function plainTexts({ source, sourceProse, target, targetProse }: Segment, keep?: readonly string[]): PlainTexts {
  return { source: translatable(sourceProse ?? source ?? '', keep), target: translatable(targetProse ?? target ?? '', keep) };
}

/** What of a text is to be translated: without addresses, codes, numbers, placeholders and the terms that stay as they are. */
export function translatable(text: string, keep: readonly string[] = []): string {
  let rest = text.normalize('NFC');
  for (const term of keep) rest = rest.replaceAll(term, ' ');
  return blanked(rest)
    .replace(/[\s\uFFFC]+/gu, ' ')
    .trim();
}

/** The same offsets, with all that is no language blank. How a command is called stays as it is, but for the names of what it takes. */
export function blanked(text: string): string {
  const blank = (all: string): string => '\uFFFC'.repeat(all.length);
  let rest = withoutChoices(text);
  for (let depth = 0; depth < DEEPEST && rest.includes('['); depth += 1) {
    const next = rest.replace(TAKEN, blank);
    if (next === rest) break;
    rest = next;
  }
  if (MAY_BE_CALL.test(rest)) rest = rest.replace(CALL, blank);
  return MAY_BE_NO_LANGUAGE.test(rest) ? rest.replace(NOT_LANGUAGE, blank) : rest;
}

/** True for a text that shows how something is called: with options, or with something to be put in. */
export function isCall(text: string): boolean {
  return text.search(TAKEN) >= 0 || text.search(CALL) >= 0 || PLACEHOLDER.test(text);
}

/** The words of a text that are no names: in scripts with case those that begin small. */
export function commonWords(text: string): string[] {
  return text.split(/[^\p{L}\p{M}'’-]+/u).filter((word) => word.length > 1 && /^(?:\p{Ll}|\p{Lo})/u.test(word));
}

/** An entry of a list of references, which stays in its language. */
export function isReference(text: string, place: string): boolean {
  return (
    /(?:^|›)\s*(?:\d+[.)]?\s*)?(?:references|bibliography|sources|works cited|literatur(?:verzeichnis)?|quellen|références|bibliographie|fuentes|referencias|bibliograf\p{L}+|riferimenti|referências|参考文献|參考文獻|参考资料|список литературы|литература)/iu.test(
      place,
    ) ||
    /^\s*\[\d+\]\s/.test(text) ||
    /\bdoi\b|\bISBN\b|\bISSN\b|\bet al\.|arXiv|\bVol\. ?\d|\bpp\. ?\d|\(\d{4}[a-z]?\)[.:,]|\bLtd\b|\bInc\b/iu.test(text)
  );
}
