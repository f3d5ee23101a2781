import type { Limits } from '@preflag/core';
import { CR, LF, QUOTE } from './cell-bytes.ts';
import { ClosingQuote, NEEDS_MORE, OPENS_NOTHING } from './closing-quote.ts';
import { cutPieces, textPieces, type Cutter, type TextEncoding } from './text-pieces.ts';

/**
 * Hops over a text from quote to quote, which costs a fraction of cutting its rows. Gives the byte at which a row begins, a few hundred
 * kilobytes before the end; `undefined` where a quote is wrong, so that the rows must be cut to say where.
 */
export async function checkQuotes(
  path: string,
  encoded: TextEncoding,
  delimiter: string,
  limits: Limits,
  first: number,
): Promise<number | undefined> {
  const check = new QuoteCheck(delimiter, limits.rowBytes, first);
  await cutPieces(textPieces(path, encoded, first), check);
  return check.isFine ? check.earlierStart : undefined;
}

class QuoteCheck implements Cutter {
  isFine = true;
  /** Where a row begins, with a piece or more behind it; of the last pieces, where rows begin in them. */
  earlierStart: number;
  #middleStart: number;
  readonly #closing: ClosingQuote;
  readonly #delimiter: number;
  #lastStart: number;
  /** Where the piece begins in the text, and the byte before it. */
  #byte: number;
  #before = LF;

  constructor(delimiter: string, longest: number, first: number) {
    this.#closing = new ClosingQuote(delimiter, longest);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#byte = first;
    this.#lastStart = first;
    this.#middleStart = first;
    this.earlierStart = first;
  }

  cut(bytes: Buffer, end: number, isLast: boolean): number {
    if (!this.isFine || end === 0) return end;
    this.earlierStart = this.#middleStart;
    this.#middleStart = this.#lastStart;
    let at = 0;
    for (;;) {
      const quote = bytes.indexOf(QUOTE, at);
      if (quote < 0 || quote >= end) break;
      const before = quote === 0 ? this.#before : bytes[quote - 1]!;
      if (before !== this.#delimiter && before !== LF && before !== CR) {
        at = quote + 1;
        continue;
      }
      const close = this.#closing.find(bytes, quote, end, isLast);
      if (close === NEEDS_MORE) return this.#pass(bytes, at, quote);
      if (close === OPENS_NOTHING || this.#closing.hasStray) {
        this.isFine = false;
        return end;
      }
      at = close + 1;
    }
    return this.#pass(bytes, at, end);
  }

  /** Goes on to `end`; between `from` and there, nothing is quoted. */
  #pass(bytes: Buffer, from: number, end: number): number {
    const lineEnd = end > from ? bytes.lastIndexOf(LF, end - 1) : -1;
    if (lineEnd >= from) this.#lastStart = this.#byte + lineEnd + 1;
    if (end > 0) this.#before = bytes[end - 1]!;
    this.#byte += end;
    return end;
  }
}
