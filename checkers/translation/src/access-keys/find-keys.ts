/** The sign before the letter that opens a menu or presses a button: `_File` (GTK), `&File` (Qt, Windows), `~File` (LibreOffice). */
export type KeyMark = '_' | '&' | '~';

export const KEY_MARKS: readonly KeyMark[] = ['_', '&', '~'];

const KEYS: Readonly<Record<KeyMark, RegExp>> = {
  _: /_(?=[\p{L}\p{N}])/gu,
  // Not of `R&D`, nor of `?a=1&b=2`.
  '&': /(?<!\p{Lu}(?=&\p{Lu}))&(?=[\p{L}\p{N}])(?!\w{1,30}=)/gu,
  '~': /~(?=\p{L})/gu,
};

/** Doubled marks stand for the sign itself; entities begin with an ampersand. */
const LITERAL: Readonly<Record<KeyMark, RegExp>> = {
  _: /__+/g,
  '&': /&&|&#?\w{1,30};/g,
  '~': /~~+/g,
};

/** The offsets of the marks that make the next letter an access key; also within words. */
export function findKeys(text: string, mark: KeyMark): number[] {
  return text.includes(mark) ? Array.from(withoutLiterals(text, mark).matchAll(KEYS[mark]), ({ index }) => index) : [];
}

/** The text without the signs that stand for themselves, at the same offsets. */
export function withoutLiterals(text: string, mark: KeyMark): string {
  return text.replace(LITERAL[mark], (sign) => ' '.repeat(sign.length));
}

/** Longer texts are sentences, which have no access keys. */
const LONGEST_LABEL = 60;

/** The text of a menu item, a button or a field. */
export function isLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && !text.includes('\n');
}
