import { CR, LF, QUOTE, SPACE } from './cell-bytes.ts';

/** The quote opens nothing and is a character of its cell. */
export const OPENS_NOTHING = -1;
/** More bytes must be there before it can be told. */
export const NEEDS_MORE = -2;

/**
 * Finds where a quoted cell ends: at a quote before a delimiter, a line end (blanks in between are no text), or the end of the file.
 * A quote before other text is a stray one, that should have been doubled; the cell goes on behind it, as long as it ends in the same
 * line. An opening quote is a mere character where none closes it within `longest` bytes, and where, with a line end in between, a stray
 * one comes first: it was not closed, then, and would swallow the rows below.
 */
export class ClosingQuote {
  /** The cell that was found last holds a stray quote. */
  hasStray = false;
  readonly #delimiter: number;
  readonly #longest: number;

  constructor(delimiter: string, longest: number) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#longest = longest;
  }

  /** Of `bytes`, those before `end` are there. @returns the index of the closing quote, or one of the two words above. No byte is looked at twice for two quotes, but for those of a line. */
  find(bytes: Uint8Array, open: number, end: number, isLast: boolean): number {
    const farthest = Math.min(end, open + this.#longest);
    let isBroken = false;
    this.hasStray = false;
    for (let at = open + 1; at < farthest; at++) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        if (at + 1 < end && bytes[at + 1] === QUOTE) {
          at++;
          continue;
        }
        const next = afterBlanks(bytes, at + 1, end);
        if (next === end) return isLast ? at : NEEDS_MORE;
        if (this.#endsCell(bytes[next]!)) return at;
        if (isBroken) return OPENS_NOTHING;
        this.hasStray = true;
      } else if (byte === LF || byte === CR) {
        if (this.hasStray) return OPENS_NOTHING;
        isBroken = true;
      }
    }
    return isLast || farthest < end ? OPENS_NOTHING : NEEDS_MORE;
  }

  #endsCell(byte: number): boolean {
    return byte === this.#delimiter || byte === LF || byte === CR;
  }
}

function afterBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] === SPACE) at++;
  return at;
}
