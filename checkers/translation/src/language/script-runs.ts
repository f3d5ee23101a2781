/** The scripts of Unicode that a script of a language is made of. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
};

/**
 * Matches runs of letters that the one script (ISO 15924) has and the other has not; spaces may stand between its words. `undefined` where
 * there are none, and for Latin letters, which all the world uses for names.
 */
export function scriptRuns(of: string | undefined, notIn: string | undefined): RegExp | undefined {
  if (of === undefined || notIn === undefined || of === 'Latn') return undefined;
  const known = new Set(PARTS[notIn] ?? [notIn]);
  const own = (PARTS[of] ?? [of]).filter((part) => !known.has(part));
  if (own.length === 0) return undefined;
  const letter = `[${own.map((part) => `\\p{Script=${part}}`).join('')}]`;
  try {
    return new RegExp(`${letter}[${own.map((part) => `\\p{Script=${part}}`).join('')}\\p{M}]*(?: ${letter}+)*`, 'gu');
  } catch {
    // A script that this version of Unicode does not name.
    return undefined;
  }
}
