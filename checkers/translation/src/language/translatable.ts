/** Addresses, file names, codes with digits, printf and brace placeholders, tags. */
const NOT_LANGUAGE =
  /\uFFFC+|(?:https?|ftp):\/\/\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|<[^<>]{1,200}>|\{\{?[^{}]{0,80}\}?\}|%(?:\d+\$)?[-+#0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[Lqjzt])?[diouxXeEfFgGaAcspn@]|\$\{[^}]*\}|(?<![\w./\\-])\w+(?:[./\\-]\w+)*\.\w{2,4}\b|(?<![\p{L}\p{N}_])[\p{L}_]*[\p{N}_][\p{L}\p{N}_]*/gu;

/** What a command takes, in square brackets: an option, alternatives, or something that may come again: [-f], [--reason <text>], [on|off], [FILE...]. */
const TAKEN = /\[(?:--?\w|[^[\]]{0,200}(?:[|<]|\s--?\w|\.\.\.|…))[^[\]]{0,200}\]|\[[^[\]]{1,200}\](?=\s?(?:\.\.\.|…))/gu;
/** Options with their values, assignments and variables: -x, --color=always, PATH=/bin, $HOME. */
const CALL = /(?<![\p{L}\p{N}_-])--?\p{L}[\p{L}\p{N}_-]*(?:\[?=\S+)?|(?<!\S)[\p{L}_][\p{L}\p{N}_]*=\S+|\$\w+/gu;
/** Brackets within brackets, as deep as calls have them. */
const DEEPEST = 4;

/** What of a text is to be translated: without addresses, codes, numbers, placeholders and the terms that stay as they are. */
export function translatable(text: string, keep: readonly string[] = []): string {
  let rest = text.normalize('NFC');
  for (const term of keep) rest = rest.replaceAll(term, ' ');
  return withoutCalls(rest).replace(NOT_LANGUAGE, ' ').replace(/\s+/gu, ' ').trim();
}

/** How a command is called stays as it is, but for the names of what it takes. */
function withoutCalls(text: string): string {
  let rest = text;
  for (let depth = 0; depth < DEEPEST && rest.includes('['); depth += 1) rest = rest.replace(TAKEN, ' ');
  return rest.replace(CALL, ' ');
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
