/** Scripts and pictures that joiners without width belong to; anywhere else nobody knows that they are there. */
const JOINED = String.raw`[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Tibetan}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]`;
/** Scripts that set no spaces between words, and a space without width where a line may end. */
const DIVIDED = String.raw`[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]`;

/**
 * Characters that nobody sees, and what they may do all the same: controls, marks of direction, spaces and joiners without width, fillers,
 * tags, and characters of private use, which fonts have nothing for.
 */
const HIDDEN = new RegExp(
  [
    String.raw`[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]`,
    String.raw`(?<!${JOINED})[\u200c\u200d]`,
    String.raw`(?<!${DIVIDED})\u200b`,
    // The flags of England, Scotland and Wales are written in tags.
    String.raw`(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0000}-\u{e007f}]`,
    String.raw`[\ue000-\uf8ff\u{f0000}-\u{10ffff}]`,
  ].join('|'),
  'gu',
);

/** A piece of a text from a delivery: as it is, or a character that nobody sees, as its escape. */
export interface Visible {
  readonly text: string;
  readonly isEscape: boolean;
}

/**
 * Makes text from a delivery harmless in a terminal: control characters, escape sequences and bidirectional controls, and whatever else
 * nobody sees, become visible escapes; line ends and tabs become spaces.
 */
export function neutralise(text: string): string {
  return visiblePieces(text)
    .map(({ text: piece }) => piece)
    .join('');
}

/** The same in pieces, for those who set the escapes apart. */
export function visiblePieces(text: string): readonly Visible[] {
  const line = text.replace(/[\r\n\t]+/g, ' ');
  const pieces: Visible[] = [];
  let end = 0;
  for (const { 0: found, index } of line.matchAll(HIDDEN)) {
    if (index > end) pieces.push({ text: line.slice(end, index), isEscape: false });
    pieces.push({ text: escapeOf(found), isEscape: true });
    end = index + found.length;
  }
  if (end < line.length) pieces.push({ text: line.slice(end), isEscape: false });
  return pieces;
}

function escapeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return code.length > 4 ? `\\u{${code}}` : `\\u${code}`;
}
