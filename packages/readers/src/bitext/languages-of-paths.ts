import type { Languages } from './bitext-model.ts';
import { isKnownTag, languageByName, languageInPath } from './language-tags.ts';

/** A language is named by the file itself, or by a folder not far above it. */
const DEEPEST = 4;
/** What the source is called beside files or folders that are named after their languages. */
const NEUTRAL = /^(?:base|default|messages|source|src|strings|template)$/i;
const TAG_AT_END = /[._-][a-z]{2,3}(?:[._-][a-z]{4})?(?:[-_](?:r?[a-z]{2}|\d{3}))?$/i;

/**
 * The languages of a translation and its source by where their paths differ: `report.md` and `report.de.md`, `values/strings.xml` and
 * `values-de/strings.xml`, `en/common.json` and `de/common.json`, `english.vtt` and `german.vtt`, `README.md` and `README_CN.md`. Empty where they differ in something else:
 * names of files that end like codes of languages are many.
 */
export function languagesOfPaths(source: string, target: string): Languages {
  const [from, to] = [source, target].map((path) =>
    path
      .split(/[\\/]/)
      .toReversed()
      .slice(0, DEEPEST + 1),
  );
  const depth = (to ?? []).slice(0, DEEPEST).findIndex((part, index) => part !== from?.[index]);
  const [own, other] = [to?.[depth], from?.[depth]];
  if (own === undefined || other === undefined) return {};
  const [language, sourceLanguage] = [languageOfPart(own, depth), languageOfPart(other, depth)];
  const isOpen = depth === 0 && (language === undefined || language === KANURI);
  const bySuffix = isOpen ? languagesOfSuffixes(stemOf(other), stemOf(own)) : undefined;
  if (bySuffix) return bySuffix;
  if (language === undefined) return languagesByName(stemOf(other), stemOf(own));
  if (sourceLanguage !== undefined) return { source: sourceLanguage, target: language };
  // docs/intro.md and docs/de/intro.md.
  const isAdded = depth > 0 && to?.[depth + 1] === other;
  const [stem, sourceStem] = [stemOf(own), stemOf(other)];
  return isAdded || stem.replace(TAG_AT_END, '') === sourceStem || NEUTRAL.test(sourceStem) ? { target: language } : {};
}

/** The language in a part of a path, counted from its end. What goes in stands in folders of this name, and Indonesian is `id`. */
function languageOfPart(part: string, depth: number): string | undefined {
  if (part === 'in') return undefined;
  return (depth > 0 ? languageInPath(`${part}/`) : undefined) ?? languageInPath(part);
}

/** Regions that writers put in place of the language, which is another language's code or none. */
const OF_REGION: Readonly<Record<string, string>> = {
  BR: 'pt-BR',
  CN: 'zh-CN',
  CZ: 'cs',
  DK: 'da',
  GR: 'el',
  HK: 'zh-HK',
  JP: 'ja',
  KR: 'ko',
  SE: 'sv',
  TW: 'zh-TW',
  UA: 'uk',
  VN: 'vi',
};
/** In small letters too, writers mean Korea. */
const KANURI = 'kr';

/** `README.md` and `README_CN.md`, `guide_EN.md` and `guide_DE.md`: two names that differ in two letters at their end. */
function languagesOfSuffixes(source: string, target: string): Languages | undefined {
  const [from, to] = [source, target].map((stem) => /^(.+)[._-]([A-Za-z]{2})$/.exec(stem)?.slice(1) ?? [stem]);
  const language = languageOfSuffix(to?.[1]);
  if (language === undefined) return undefined;
  if (to?.[0] === source) return { target: language };
  const sourceLanguage = languageOfSuffix(from?.[1]);
  return to?.[0] === from?.[0] && sourceLanguage !== undefined ? { source: sourceLanguage, target: language } : undefined;
}

function languageOfSuffix(suffix = ''): string | undefined {
  const small = suffix.toLowerCase();
  return OF_REGION[suffix.toUpperCase()] ?? (isKnownTag(small) ? small : undefined);
}

function languagesByName(source: string, target: string): Languages {
  const [from, to] = [languageByName(source), languageByName(target)];
  return from !== undefined && to !== undefined && from !== to ? { source: from, target: to } : {};
}

function stemOf(part: string): string {
  return part.replace(/\.\w+$/, '');
}
