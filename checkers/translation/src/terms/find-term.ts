/** Scripts without spaces, in which a term is looked for as it stands. */
export const SPACELESS: RegExp =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Endings of a word in the source: plurals and cases of up to this many letters. */
export const ENDING = 2;
/** The part of a word that stays when it is inflected; shorter words stay whole. */
const [STEM, LEAST_STEM] = [0.65, 4];

/** Where a term stands in a text as a word of its own, in any case and with a short ending. Linear in the text. */
export function findTerm(text: string, term: string): { readonly offset: number; readonly length: number } | undefined {
  const [own, wanted] = [text.toLowerCase(), term.trim().toLowerCase()];
  // Some letters change their length in lower case: then offsets would be wrong.
  if (wanted === '' || own.length !== text.length) return undefined;
  for (let at = own.indexOf(wanted); at >= 0; at = own.indexOf(wanted, at + 1)) {
    if (SPACELESS.test(wanted)) return { offset: at, length: wanted.length };
    const isStart = !/[\p{L}\p{N}\p{M}]$/u.test(own.slice(Math.max(0, at - 2), at));
    const [ending = ''] = /^[\p{L}\p{M}\p{N}]*/u.exec(own.slice(at + wanted.length, at + wanted.length + ENDING + 2)) ?? [];
    const isEnd = ending.length <= (wanted.length > 3 ? ENDING : 0);
    // Capitals make an abbreviation: IT is not it.
    const isAbbreviation = /^\p{Lu}{2,}$/u.test(term.trim()) && text.slice(at, at + wanted.length) !== term.trim();
    if (isStart && isEnd && !isAbbreviation) return { offset: at, length: wanted.length };
  }
  return undefined;
}

/** True when a text has every word of a term, inflected or within a compound: `Mietvertrag` in `Mietverträgen`. */
export function hasTermIn(text: string, term: string): boolean {
  const own = folded(text);
  if (SPACELESS.test(term)) return own.replace(/\s+/g, '').includes(folded(term).replace(/\s+/g, ''));
  const words = folded(term).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => own.includes(stemOf(word)));
}

function stemOf(word: string): string {
  return word.length <= LEAST_STEM ? word : word.slice(0, Math.max(LEAST_STEM, Math.ceil(word.length * STEM)));
}

/** Without accents and points, which inflection changes too. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}
