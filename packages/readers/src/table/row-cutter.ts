import type { Limits } from '@preflag/core';
import { limitError } from '../archive/read-error.ts';
import { byteClasses, CR, ENDS_CELL, ENDS_ROW, HAS_BREAK, HAS_HIGH, HAS_QUOTE, IS_QUOTED, LF, QUOTE, QUOTED_CLASSES } from './cell-bytes.ts';
import { ClosingQuote, NEEDS_MORE, OPENS_NOTHING } from './closing-quote.ts';
import type { Dialect, LineEnd, TableRow } from './model.ts';

/** A place where quotes are wrong, so that rows may be cut otherwise than meant. */
export interface QuoteProblem {
  readonly line: number;
  readonly kind: 'unclosed' | 'text-after-quote';
}

/** Where a row begins: its number, its line, and its byte in the text (as UTF-8, without the byte order mark). */
export interface RowMark {
  readonly index: number;
  readonly line: number;
  readonly byte: number;
}

export const FIRST_MARK: RowMark = { index: 0, line: 1, byte: 0 };

/** Cuts bytes of UTF-8 that come in pieces into rows. How they are cut does not depend on where the pieces end. */
export class RowCutter {
  /** Where quotes are wrong; the first of very many. */
  readonly problems: QuoteProblem[] = [];
  readonly #classes: Int32Array;
  readonly #limits: Limits;
  readonly #closing: ClosingQuote;
  readonly #isQuoted: boolean;
  readonly #row: CutRow;
  #cells = 0;
  #byte: number;

  constructor({ delimiter, quoted }: Pick<Dialect, 'delimiter' | 'quoted'>, limits: Limits, start: RowMark = FIRST_MARK) {
    this.#classes = byteClasses(delimiter);
    this.#limits = limits;
    this.#closing = new ClosingQuote(delimiter, limits.rowBytes);
    this.#isQuoted = quoted;
    this.#row = new CutRow(start.index, start.line);
    this.#byte = start.byte;
  }

  /** Where the row begins that the next piece goes on with. */
  get next(): RowMark {
    return { index: this.#row.index, line: this.#row.line, byte: this.#byte };
  }

  /**
   * Calls `visit` with each row that is whole; the row is one object that is used again. `firstBytes` is where `bytes` stand in the text.
   * @returns how many bytes were used up: the next piece must begin with the others
   * @throws ReadError `limit` for `rowBytes` and `cells`
   */
  cut(bytes: Buffer, isLast: boolean, visit: (row: CutRow) => void): number {
    const row = this.#row;
    const classes = this.#classes;
    const end = bytes.length;
    row.bytes = bytes;
    let used = 0;
    let at = 0;
    while (at < end) {
      row.clear();
      let breaks = 0;
      let ending = 0;
      for (;;) {
        let start = at;
        let characters = 0;
        let stop = -1;
        if (this.#isQuoted && at < end && bytes[at] === QUOTE) {
          const close = this.#closing.find(bytes, at, isLast);
          if (close === NEEDS_MORE) return this.#carry(bytes, used);
          if (close === OPENS_NOTHING || this.#closing.hasStray) this.#addProblem(row.line + breaks, close);
          if (close !== OPENS_NOTHING) {
            start = at + 1;
            stop = close;
            characters = charactersBetween(bytes, start, stop) | IS_QUOTED;
            if ((characters & HAS_BREAK) !== 0) breaks += breaksBetween(bytes, start, stop);
            at = close + 1;
          }
        }
        // Only blanks stand between a closing quote and the end of its cell.
        let last = 0;
        let seen = 0;
        while (at < end && (last = classes[bytes[at]!]!) < ENDS_CELL) {
          seen |= last;
          at++;
        }
        if (at === end) {
          if (!isLast) return this.#carry(bytes, used);
          last = ENDS_ROW;
        }
        if (stop < 0) row.add(start, at, seen);
        else row.add(start, stop, characters);
        at++;
        if (last === ENDS_ROW) break;
      }
      ending = at - 1;
      if (ending < end && bytes[ending] === CR) {
        if (at === end && !isLast) return this.#carry(bytes, used);
        if (bytes[at] === LF) at++;
      }
      row.lineEnd = ending >= end ? '' : bytes[ending] === LF ? '\n' : at - ending === 2 ? '\r\n' : '\r';
      row.first = used;
      row.byte = this.#byte;
      row.next = Math.min(at, end);
      this.#checkLimits(row);
      visit(row);
      row.index++;
      row.line += 1 + breaks;
      this.#byte += row.next - used;
      used = row.next;
    }
    return used;
  }

  /** The rest is the beginning of a row: it comes again with the next piece, and what was seen of it is forgotten. */
  #carry(bytes: Buffer, used: number): number {
    while (this.problems.length > 0 && this.problems.at(-1)!.line >= this.#row.line) this.problems.pop();
    if (bytes.length - used > this.#limits.rowBytes * 2) this.#throwRow();
    return used;
  }

  #addProblem(line: number, close: number): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ line, kind: close === OPENS_NOTHING ? 'unclosed' : 'text-after-quote' });
  }

  #checkLimits(row: CutRow): void {
    this.#cells += row.length;
    if (this.#cells > this.#limits.cells) throw limitError('cells', this.#limits, 'What the file holds');
    if (row.next - row.first > this.#limits.rowBytes) this.#throwRow();
  }

  #throwRow(): never {
    throw limitError('rowBytes', this.#limits, `The row at line ${this.#row.line}, maybe because a quote is not closed,`);
  }
}

const MOST_PROBLEMS = 1000;

/** The row that was just cut. */
export class CutRow implements TableRow {
  index: number;
  line: number;
  lineEnd: LineEnd | '' = '';
  isData = true;
  length = 0;
  bytes: Buffer = Buffer.alloc(0);
  /** Where the row begins and the next one does, in `bytes`; and where it begins in the text. */
  first = 0;
  next = 0;
  byte = 0;
  #starts: Int32Array = new Int32Array(64);
  #ends: Int32Array = new Int32Array(64);
  #characters: Int32Array = new Int32Array(64);

  constructor(index: number, line: number) {
    this.index = index;
    this.line = line;
  }

  clear(): void {
    this.length = 0;
  }

  add(start: number, end: number, characters: number): void {
    const column = this.length++;
    if (column === this.#starts.length) this.#grow();
    this.#starts[column] = start;
    this.#ends[column] = end;
    this.#characters[column] = characters;
  }

  start(column: number): number {
    return this.#starts[column]!;
  }

  end(column: number): number {
    return this.#ends[column]!;
  }

  characters(column: number): number {
    return this.#characters[column]!;
  }

  text(column: number): string {
    if (column >= this.length) return '';
    const characters = this.#characters[column]!;
    const text = this.bytes.toString((characters & HAS_HIGH) === 0 ? 'latin1' : 'utf8', this.#starts[column], this.#ends[column]);
    return (characters & (HAS_QUOTE | IS_QUOTED)) === (HAS_QUOTE | IS_QUOTED) ? text.replaceAll('""', '"') : text;
  }

  #grow(): void {
    const larger = (from: Int32Array): Int32Array => {
      const to = new Int32Array(from.length * 2);
      to.set(from);
      return to;
    };
    this.#starts = larger(this.#starts);
    this.#ends = larger(this.#ends);
    this.#characters = larger(this.#characters);
  }
}

/** The texts of a row's cells. */
export function textsOf(row: TableRow): string[] {
  return Array.from({ length: row.length }, (_, column) => row.text(column));
}

function charactersBetween(bytes: Uint8Array, start: number, end: number): number {
  let characters = 0;
  for (let at = start; at < end; at++) characters |= QUOTED_CLASSES[bytes[at]!]!;
  return characters;
}

function breaksBetween(bytes: Uint8Array, start: number, end: number): number {
  let breaks = 0;
  for (let at = start; at < end; at++) if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) breaks++;
  return breaks;
}
