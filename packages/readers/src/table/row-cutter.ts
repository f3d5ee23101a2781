import type { Limits } from '@preflag/core';
import { limitError } from '../archive/read-error.ts';
import {
  byteClasses,
  CR,
  ENDS_CELL,
  HAS_BREAK,
  HAS_HIGH,
  HAS_QUOTE,
  IS_OPENING,
  IS_QUOTED,
  LF,
  QUOTED_CLASSES,
  SPACE,
} from './cell-bytes.ts';
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
  readonly #row: CutRow;
  /** Problems of the row that is being cut. */
  readonly #found: QuoteProblem[] = [];
  #cells = 0;
  #byte: number;

  constructor({ delimiter, quoted }: Pick<Dialect, 'delimiter' | 'quoted'>, limits: Limits, start: RowMark = FIRST_MARK) {
    this.#classes = byteClasses(delimiter, quoted);
    this.#limits = limits;
    this.#closing = new ClosingQuote(delimiter, limits.rowBytes);
    this.#row = new CutRow(start.index, start.line);
    this.#byte = start.byte;
  }

  /** Where the row begins that the next piece goes on with. */
  get next(): RowMark {
    return { index: this.#row.index, line: this.#row.line, byte: this.#byte };
  }

  /**
   * Calls `visit` with each row that is whole; the row is one object that is used again. Of `bytes`, those before `end` are the text; the
   * byte at `end` must be there and is written over.
   * @returns how many bytes were used up: the next piece must begin with the others
   * @throws ReadError `limit` for `rowBytes` and `cells`
   */
  cut(bytes: Buffer, end: number, isLast: boolean, visit: (row: CutRow) => void): number {
    const row = this.#row;
    row.bytes = bytes;
    // The inner loop then needs no look at where it is.
    bytes[end] = LF;
    let used = 0;
    while (used < end) {
      const ending = this.#cutCells(bytes, used, end, isLast);
      const next = ending === NEEDS_MORE ? NEEDS_MORE : this.#endRow(bytes, ending, end, isLast);
      if (next === NEEDS_MORE) {
        this.#found.length = 0;
        if (end - used > this.#limits.rowBytes * 2) this.#throwRow();
        return used;
      }
      this.#cells += row.length;
      if (this.#cells > this.#limits.cells) throw limitError('cells', this.#limits, 'What the file holds');
      if (next - used > this.#limits.rowBytes) this.#throwRow();
      row.first = used;
      row.next = next;
      row.byte = this.#byte;
      if (this.#found.length > 0) this.#keepProblems();
      visit(row);
      row.index++;
      row.line += 1 + row.breaks;
      this.#byte += next - used;
      used = next;
    }
    return used;
  }

  /** Finds the cells of the row that begins at `from`. Gives the index of its line end, or `end`. */
  #cutCells(bytes: Buffer, from: number, end: number, isLast: boolean): number {
    const row = this.#row;
    const classes = this.#classes;
    let { starts, ends, characters: kinds } = row;
    let length = 0;
    let kind = 0;
    let at = from;
    row.breaks = 0;
    do {
      if (length === starts.length) ({ starts, ends, characters: kinds } = row.grow());
      starts[length] = at;
      let characters = 0;
      while ((kind = classes[bytes[at]!]!) < ENDS_CELL) {
        characters |= kind;
        at++;
      }
      if (kind === IS_OPENING) {
        at = this.#cutQuoted(length, at, end, isLast);
        if (at === NEEDS_MORE) return NEEDS_MORE;
        kind = classes[bytes[at]!]!;
      } else {
        ends[length] = at;
        kinds[length] = characters;
      }
      if (at >= end && !isLast) return NEEDS_MORE;
      length++;
      at++;
    } while (kind === ENDS_CELL);
    row.length = length;
    return at - 1;
  }

  /** Finds the cell in which a quote stands at `quote`. Gives the index of the delimiter or line end after it. */
  #cutQuoted(column: number, quote: number, end: number, isLast: boolean): number {
    const row = this.#row;
    const { bytes } = row;
    const start = row.starts[column]!;
    const close = quote === start ? this.#close(quote, end, isLast) : OPENS_NOTHING;
    if (close === NEEDS_MORE) return NEEDS_MORE;
    let at = close + 1;
    if (close === OPENS_NOTHING) {
      at = start;
      let [characters, kind] = [0, 0];
      for (; (kind = this.#classes[bytes[at]!]!) < ENDS_CELL || kind === IS_OPENING; at++) characters |= QUOTED_CLASSES[bytes[at]!]!;
      row.ends[column] = at;
      row.characters[column] = characters;
      return at;
    }
    const characters = charactersBetween(bytes, start + 1, close);
    if ((characters & HAS_BREAK) !== 0) row.breaks += breaksBetween(bytes, start + 1, close);
    row.starts[column] = start + 1;
    row.ends[column] = close;
    row.characters[column] = characters | IS_QUOTED;
    // Only blanks stand between a closing quote and the end of its cell.
    while (bytes[at] === SPACE) at++;
    return at;
  }

  /** Says how the row ends; gives where the next one begins. */
  #endRow(bytes: Buffer, ending: number, end: number, isLast: boolean): number {
    const row = this.#row;
    if (ending >= end) {
      row.lineEnd = '';
      return end;
    }
    if (bytes[ending] === LF) {
      row.lineEnd = '\n';
      return ending + 1;
    }
    if (ending + 1 === end && !isLast) return NEEDS_MORE;
    const isPair = ending + 1 < end && bytes[ending + 1] === LF;
    row.lineEnd = isPair ? '\r\n' : '\r';
    return isPair ? ending + 2 : ending + 1;
  }

  /** Where the quote closes that opens a cell. What is wrong with it is kept until the row is whole. */
  #close(open: number, end: number, isLast: boolean): number {
    const close = this.#closing.find(this.#row.bytes, open, end, isLast);
    if (close === OPENS_NOTHING || (close !== NEEDS_MORE && this.#closing.hasStray))
      this.#found.push({ line: this.#row.line + this.#row.breaks, kind: close === OPENS_NOTHING ? 'unclosed' : 'text-after-quote' });
    return close;
  }

  #keepProblems(): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(...this.#found);
    this.#found.length = 0;
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
  /** Line ends between its quotes. */
  breaks = 0;
  starts: Int32Array = new Int32Array(64);
  ends: Int32Array = new Int32Array(64);
  characters: Int32Array = new Int32Array(64);

  constructor(index: number, line: number) {
    this.index = index;
    this.line = line;
  }

  text(column: number): string {
    if (column >= this.length) return '';
    const characters = this.characters[column]!;
    const text = this.bytes.toString((characters & HAS_HIGH) === 0 ? 'latin1' : 'utf8', this.starts[column], this.ends[column]);
    return (characters & (HAS_QUOTE | IS_QUOTED)) === (HAS_QUOTE | IS_QUOTED) ? text.replaceAll('""', '"') : text;
  }

  /** Makes room for twice as many cells. */
  grow(): this {
    this.starts = twice(this.starts);
    this.ends = twice(this.ends);
    this.characters = twice(this.characters);
    return this;
  }
}

function twice(from: Int32Array): Int32Array {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
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
