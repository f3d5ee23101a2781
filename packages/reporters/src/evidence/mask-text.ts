import { shorten } from '@preflag/core';

/** What is longer is cut: the length of a text is no secret, and nobody reads a screen of x. */
const LONGEST = 80;

/**
 * Hides what a text says and keeps how it looks: letters of all scripts become `x` or `X`, digits `0`; signs and spaces stay.
 * Marks on letters go with them, so that nothing of a letter is left.
 */
export function maskText(text: string): string {
  return shorten(
    text
      .slice(0, LONGEST * 8)
      .toWellFormed()
      .normalize('NFC')
      .replace(/\p{M}+/gu, '')
      .replace(/\p{Lu}|\p{Lt}/gu, 'X')
      .replace(/\p{L}/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
      .replace(/\p{N}/gu, '0'),
    LONGEST,
  );
}
