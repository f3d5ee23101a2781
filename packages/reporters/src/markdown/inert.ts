import { shorten } from '@preflag/core';
import { isolatedPieces } from '../lib/isolated-pieces.ts';
import { neutralise } from '../neutralise.ts';

/** Nothing of a delivery takes more room than this in a comment. */
const LONGEST = 400;

/** What a platform makes a link, a mention or a reference of, wherever it stands; a space without width keeps it text. */
const APART = '&#8203;';

/**
 * Text from a delivery for markdown: shown as it is, and doing nothing. Signs of markdown and HTML are escaped, and
 * mentions (`@name`), references (`#12`) and addresses stay text.
 */
export function inert(text: string): string {
  return shorten(neutralise(text.toWellFormed()), LONGEST)
    .replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
    .replace(/[\\`*_[\]~|$]/g, String.raw`\$&`)
    .replace(/@|#(?=\w)|GH(?=-\d)|:(?=\/\/)|www(?=\.)/gi, `$&${APART}`);
}

/**
 * A sentence in English with texts from a delivery. What in it is written from right to left is isolated by signs that nobody sees, so that
 * it does not put the rest into another order.
 */
export function inertSentence(text: string): string {
  const pieces = isolatedPieces(shorten(text, LONGEST));
  return pieces.map((piece) => (piece.isApart ? `\u2068${inert(piece.text)}\u2069` : inert(piece.text))).join('');
}

/** Text from a delivery as code, where nothing is markup: the fence is longer than any run of backticks in it. */
export function inertCode(text: string): string {
  const plain = shorten(neutralise(text.toWellFormed()), LONGEST);
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(plain) || plain === '' ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`;
}
