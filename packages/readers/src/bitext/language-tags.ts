import { languageOf } from '../language/index.ts';

/** True where both tags are of one language, whatever the region: `de-AT` and `de`. */
export function isLanguage(tag: string, other: string): boolean {
  const [own, wanted] = [languageOf(tag), languageOf(other)];
  return own !== undefined && own === wanted;
}

/** Made when it is first asked for: the tables behind it take 10 ms to load. */
let names: Intl.DisplayNames | undefined;

/** True for a tag whose language has a name: `de`, `pt-BR`, `zh_Hans`. Codes of three letters only where they are in common use. */
export function isKnownTag(text: string): boolean {
  const match = /^([a-z]{2,3})(?:[-_]([A-Z][a-z]{3}))?(?:[-_]r?([A-Z]{2}|\d{3}))?$/i.exec(text);
  const language = match?.[1]?.toLowerCase();
  if (language === undefined || (language.length === 3 && !LONG.has(language))) return false;
  return nameOf(language) !== undefined;
}

const LONG = new Set(['fil', 'haw', 'ast', 'hsb', 'dsb', 'kab', 'ceb', 'yue', 'cmn', 'ckb', 'szl']);

function nameOf(language: string): string | undefined {
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  try {
    return names.of(language);
  } catch {
    return undefined;
  }
}

const BY_NAME = new Map<string, string>();

/** The code of a language by its English name or the name that it has for itself: `de` of `German` and of `Deutsch`. */
export function languageByName(name: string): string | undefined {
  if (BY_NAME.size === 0) {
    for (const code of NAMED) {
      const own = new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code);
      for (const each of [nameOf(code), own]) if (each !== undefined) BY_NAME.set(each.toLowerCase(), code);
    }
  }
  return BY_NAME.get(name.trim().toLowerCase());
}

const NAMED =
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh zu'.split(
    ' ',
  );

/** A tag as standards write it: `pt-BR` of `pt_br`, `he` of `iw`, the older code; the text itself where it is no tag. */
export function canonicalTag(text: string): string {
  try {
    return new Intl.Locale(text.replaceAll('_', '-')).toString();
  } catch {
    return text;
  }
}

/** True where the language is written in the region: `de-CH`, and not `to-DO`, which is a list of things to do. */
function isSpokenIn(tag: string): boolean {
  return new Intl.DateTimeFormat(tag).resolvedOptions().locale === tag;
}

/** A region in small letters counts where nothing but the tag stands there: in `use-my-de.json` the language is `de`. */
const SMALL_REGION = /(?:^|\.)([a-z]{2,3}[-_][a-z]{2})$/;
const AT_END = /(?:^|[._-])([A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Z]{2}|\d{3}))?)$/;

/**
 * The language that a path names: `messages.de.po`, `de.po`, `pt-br.po`, `app_pt_BR.arb`, `values-de/strings.xml`, `de.lproj/x.strings`,
 * `locale/de/LC_MESSAGES/x.po`, `locales/de/common.json`. `undefined` where none is named.
 */
export function languageInPath(path: string): string | undefined {
  const parts = path.split('/');
  const name = (parts.pop() ?? '').replace(/\.\w+$/, '');
  const small = SMALL_REGION.exec(name)?.[1];
  if (small !== undefined && isKnownTag(small) && isSpokenIn(canonicalTag(small))) return canonicalTag(small);
  const inName = AT_END.exec(name)?.[1];
  if (inName !== undefined && /^[a-z]/.test(inName) && isKnownTag(inName)) return inName.replaceAll('_', '-');
  for (const part of parts.toReversed()) {
    const tag = part
      .replace(/^values-/, '')
      .replace(/\.lproj$/, '')
      .replace(/^b\+/, '')
      .replaceAll('+', '-')
      .replace(/-r([A-Z]{2})$/, '-$1');
    if (/^[a-z]{2,3}(?:[-_]|$)/.test(tag) && isKnownTag(tag)) return tag.replaceAll('_', '-');
  }
  return undefined;
}
