import type { FileGroup } from './group-files.ts';

/** A file that translates another one. */
export interface TranslationPair {
  readonly source: string;
  readonly language: string;
}

/** The languages that names of files are searched for; `no` and `is` are words more often, and `id` is a column. */
const LANGUAGES = new Set(
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu it ja ko lt lv ms nb nl nn pl pt ro ru sk sl sr sv ta te th tr uk ur vi zh'.split(
    ' ',
  ),
);
const TAG = /(?<=^|[/._-])(?<tag>[a-z]{2}(?:[-_][A-Z]{2}|[-_]Han[st])?)(?=[/.]|$)/g;

/**
 * Finds translations by their paths: the same but for a language tag (`en/app.json` and `de/app.json`), or for one that the source has not
 * (`report.md` and `report.de.md`). Without a file in no language, English is the source, and no language where there is no English either.
 */
export function pairTranslations(groups: readonly FileGroup[]): ReadonlyMap<string, TranslationPair> {
  const exact = groups.map(({ path }) => path).filter((path) => !path.includes('*'));
  const families = Map.groupBy(
    exact.map((path) => ({ path, ...tagOf(path) })),
    ({ bare }) => bare,
  );
  const pairs = new Map<string, TranslationPair>();
  for (const family of families.values()) {
    const source = family.find(({ tag }) => tag === undefined) ?? family.find(({ tag }) => tag === 'en' || tag?.startsWith('en-'));
    if (!source) continue;
    for (const { path, tag } of family)
      if (path !== source.path && tag !== undefined) pairs.set(path, { source: source.path, language: tag });
  }
  return pairs;
}

function tagOf(path: string): { readonly bare: string; readonly tag?: string } {
  const last = [...path.matchAll(TAG)].findLast(({ groups }) => LANGUAGES.has(groups?.['tag']?.slice(0, 2) ?? ''));
  const tag = last?.groups?.['tag'];
  if (!last || tag === undefined) return { bare: path };
  const before = path.slice(0, last.index).replace(/[._-]$/, '');
  const after = path.slice(last.index + tag.length);
  return { bare: before === '' ? after.replace(/^\//, '') : `${before}${after}`, tag: tag.replace('_', '-') };
}
