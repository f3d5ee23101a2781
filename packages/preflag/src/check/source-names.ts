/** Tags of languages as paths have them, but for the ending of a file: `de`, `pt_BR`, `zh-Hans`, `pt-rBR`. */
const TAG = /(?<=^|[/._-])[a-z]{2,3}(?:[-_](?:[A-Z][a-z]{3}|r?[A-Z]{2}|[a-z]{2}|\d{3}))?(?=[/.])/g;
/** What stands there in the paths of sources; most are in English. */
const OF_SOURCES = ['en', 'en-US', 'en-GB', 'en_US', 'en_GB', 'base', 'Base', 'default', 'source', 'template'];

/** A region, or a language in capitals, at the end of a name: README_CN.md. */
const SUFFIX = /(?<=[^./_-])([._-])([A-Za-z]{2})(?=\.[^./]+$)/;

/** Tells codes of languages from other short words. */
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * The paths that the source of a translated file may have, likeliest first: the same one, the same without the language, and the same in
 * English: `report.de.md`, `report.md`, `report.en.md`; `README_CN.md`, `README.md`, `README_EN.md`.
 */
export function sourceNames(path: string): readonly string[] {
  const names = new Set([path]);
  for (const { 0: tag, index } of [...path.matchAll(TAG)].toReversed()) {
    if (languages.of(/^[a-z]+/.exec(tag)?.[0] ?? tag) === undefined) continue;
    const [before, after] = [path.slice(0, index), path.slice(index + tag.length)];
    const bare = before.replace(/[._-]$/, '');
    if (bare !== before) names.add(bare + after);
    else if (after.startsWith('/')) names.add(before + after.slice(1));
    for (const other of OF_SOURCES) names.add(before + other + after);
  }
  const [, sign = '', letters = ''] = SUFFIX.exec(path) ?? [];
  if (letters !== '') {
    names.add(path.replace(SUFFIX, ''));
    names.add(path.replace(SUFFIX, `${sign}${letters === letters.toUpperCase() ? 'EN' : 'en'}`));
  }
  return [...names];
}
