import { columnName, LAST_COLUMN, LAST_ROW } from '@preflag/core';
import { ByteTable } from './byte-table.ts';
import type { StoreBudget } from './store-budget.ts';

/**
 * Formulas as relative templates: each reference is a marker, flags, and row and column as distances from the formula's
 * cell, or as they are where they have a `$`. Formulas that are equal in R1C1 terms have one template, and one id.
 */
export class FormulaTable {
  readonly #templates: ByteTable;
  #scratch: Buffer = Buffer.allocUnsafeSlow(1 << 12);
  #to = 0;

  constructor(budget: StoreBudget) {
    this.#templates = new ByteTable(budget);
  }

  /** The id of the formula that stands at a cell, as UTF-8 without `=`. */
  intern(bytes: Uint8Array, start: number, end: number, row: number, column: number): number {
    this.#encode(bytes, start, end, row, column);
    return this.#templates.intern(this.#scratch, 0, this.#to);
  }

  /** The id of a formula whose references do not move: one that belongs to a range of cells together. */
  internFixed(text: string): number {
    return this.#templates.internText(text);
  }

  /** The formula in A1 terms, as it reads at a cell. Distances that leave the sheet wrap around, as they do in Excel. */
  text(id: number, row: number, column: number): string {
    const bytes = this.#templates.bytes(id);
    let text = '';
    let literal = 0;
    for (let at = 0; at < bytes.length;) {
      if (bytes[at] !== MARKER) {
        at++;
        continue;
      }
      const flags = bytes[at + 1]!;
      const rowPart = (flags & FIXED_ROW ? '$' : '') + (resolve(bytes.readInt32LE(at + 2), row, flags & FIXED_ROW, LAST_ROW) + 1);
      const columnPart =
        (flags & FIXED_COLUMN ? '$' : '') + columnName(resolve(bytes.readInt32LE(at + 6), column, flags & FIXED_COLUMN, LAST_COLUMN));
      text += bytes.toString('utf8', literal, at) + (flags & ROWS ? '' : columnPart) + (flags & COLUMNS ? '' : rowPart);
      at += REFERENCE_BYTES;
      literal = at;
    }
    return text + bytes.toString('utf8', literal, bytes.length);
  }

  #encode(bytes: Uint8Array, start: number, end: number, row: number, column: number): void {
    // The shortest reference, `A1` or `A:A`, grows to ten bytes for each of its parts.
    if ((end - start) * REFERENCE_BYTES + 64 > this.#scratch.length) this.#scratch = Buffer.allocUnsafeSlow((end - start) * 12 + 64);
    this.#to = 0;
    let previous = 0;
    for (let at = start; at < end;) {
      const byte = bytes[at]!;
      let next: number;
      if (byte === 0x22 || byte === 0x27) next = this.#copyQuoted(bytes, at, end, byte);
      else if (byte === 0x5b) next = this.#copyBracketed(bytes, at, end);
      else if (IS_WORD[byte] === 0 && byte !== 0x24) next = this.#copy(bytes, at, at + 1);
      else {
        next = IS_WORD[previous] === 0 ? this.#reference(bytes, at, end, row, column) : at;
        if (next === at) next = this.#copyWord(bytes, at, end);
      }
      previous = bytes[next - 1]!;
      at = next;
    }
  }

  /** Encodes a reference, if one begins here; returns where it ends. */
  #reference(bytes: Uint8Array, start: number, end: number, row: number, column: number): number {
    let at = start;
    const columnFlag = bytes[at] === 0x24 ? FIXED_COLUMN : 0;
    if (columnFlag) at++;
    let letters = 0;
    const columnStart = at;
    while (at < end && at - columnStart < 4 && isLetter(bytes[at]!)) letters = letters * 26 + bytes[at++]! - 64;
    const letterCount = at - columnStart;
    if (letterCount === 0) return this.#wholeRows(bytes, start, end, row);
    if (letterCount > 3 || letters > LAST_COLUMN + 1) return start;
    const rowFlag = at < end && bytes[at] === 0x24 ? FIXED_ROW : 0;
    if (rowFlag) at++;
    const digitsStart = at;
    let digits = 0;
    while (at < end && at - digitsStart < 8 && isDigit(bytes[at]!)) digits = digits * 10 + bytes[at++]! - 48;
    if (at === digitsStart) return rowFlag ? start : this.#wholeColumns(bytes, start, at, end, column);
    if (bytes[digitsStart] === 0x30 || digits > LAST_ROW + 1 || (at < end && endsNoReference(bytes[at]!))) return start;
    this.#put(columnFlag | rowFlag, rowFlag ? digits - 1 : digits - 1 - row, columnFlag ? letters - 1 : letters - 1 - column);
    return at;
  }

  /** `A:C`; `colon` is where the colon must be. */
  #wholeColumns(bytes: Uint8Array, start: number, colon: number, end: number, column: number): number {
    if (colon >= end || bytes[colon] !== 0x3a) return start;
    const first = readColumn(bytes, start, colon);
    const to = wordEnd(bytes, colon + 1, end);
    const second = readColumn(bytes, colon + 1, to);
    if (first < 0 || second < 0 || (to < end && endsNoReference(bytes[to]!))) return start;
    const firstFlag = bytes[start] === 0x24 ? FIXED_COLUMN : 0;
    const secondFlag = bytes[colon + 1] === 0x24 ? FIXED_COLUMN : 0;
    this.#put(COLUMNS | firstFlag, 0, firstFlag ? first : first - column);
    this.#copy(bytes, colon, colon + 1);
    this.#put(COLUMNS | secondFlag, 0, secondFlag ? second : second - column);
    return to;
  }

  /** `1:3` */
  #wholeRows(bytes: Uint8Array, start: number, end: number, row: number): number {
    const colon = wordEnd(bytes, start, end);
    if (colon >= end || bytes[colon] !== 0x3a) return start;
    const first = readRow(bytes, start, colon);
    const to = wordEnd(bytes, colon + 1, end);
    const second = readRow(bytes, colon + 1, to);
    if (first < 0 || second < 0 || (to < end && endsNoReference(bytes[to]!))) return start;
    const firstFlag = bytes[start] === 0x24 ? FIXED_ROW : 0;
    const secondFlag = bytes[colon + 1] === 0x24 ? FIXED_ROW : 0;
    this.#put(ROWS | firstFlag, firstFlag ? first : first - row, 0);
    this.#copy(bytes, colon, colon + 1);
    this.#put(ROWS | secondFlag, secondFlag ? second : second - row, 0);
    return to;
  }

  #put(flags: number, row: number, column: number): void {
    const scratch = this.#scratch;
    const to = this.#to;
    scratch[to] = MARKER;
    scratch[to + 1] = flags;
    scratch[to + 2] = row;
    scratch[to + 3] = row >> 8;
    scratch[to + 4] = row >> 16;
    scratch[to + 5] = row >> 24;
    scratch[to + 6] = column;
    scratch[to + 7] = column >> 8;
    scratch[to + 8] = column >> 16;
    scratch[to + 9] = column >> 24;
    this.#to = to + REFERENCE_BYTES;
  }

  #copy(bytes: Uint8Array, start: number, end: number): number {
    for (let at = start; at < end; at++) this.#scratch[this.#to++] = bytes[at]!;
    return end;
  }

  #copyWord(bytes: Uint8Array, start: number, end: number): number {
    return this.#copy(bytes, start, Math.max(start + 1, wordEnd(bytes, start, end)));
  }

  /** A doubled quote is two quoted texts, one after the other. */
  #copyQuoted(bytes: Uint8Array, start: number, end: number, quote: number): number {
    let at = start + 1;
    while (at < end && bytes[at] !== quote) at++;
    return this.#copy(bytes, start, Math.min(end, at + 1));
  }

  /** Structured references and workbook numbers: `Sales[[#Totals],[Net '[EUR']]]`, `[1]`. */
  #copyBracketed(bytes: Uint8Array, start: number, end: number): number {
    let depth = 0;
    let at = start;
    do {
      const byte = bytes[at]!;
      if (byte === 0x5b) depth++;
      else if (byte === 0x5d) depth--;
      else if (byte === 0x27) at++;
      at++;
    } while (at < end && depth > 0);
    return this.#copy(bytes, start, Math.min(at, end));
  }
}

/** XML cannot hold this character. */
const MARKER = 1;
const REFERENCE_BYTES = 10;
const FIXED_COLUMN = 2;
const FIXED_ROW = 4;
const COLUMNS = 8;
const ROWS = 16;

/** Letters, digits, `_ . \ ?` and everything beyond ASCII: what names are made of. */
const IS_WORD: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 128 || /[A-Za-z0-9_.\\?]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** What follows makes it a longer name, a function `(` or a sheet `!`. */
function endsNoReference(next: number): boolean {
  return IS_WORD[next] === 1 || next === 0x28 || next === 0x21;
}

function isLetter(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function wordEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  if (at < end && bytes[at] === 0x24) at++;
  while (at < end && IS_WORD[bytes[at]!] === 1) at++;
  return at;
}

/** A column's index in letters with or without `$`, or -1. */
function readColumn(bytes: Uint8Array, start: number, end: number): number {
  const from = bytes[start] === 0x24 ? start + 1 : start;
  let value = 0;
  for (let at = from; at < end; at++) {
    if (!isLetter(bytes[at]!)) return -1;
    value = value * 26 + bytes[at]! - 64;
  }
  return end > from && end - from <= 3 && value <= LAST_COLUMN + 1 ? value - 1 : -1;
}

/** A row's index in digits with or without `$`, or -1. */
function readRow(bytes: Uint8Array, start: number, end: number): number {
  const from = bytes[start] === 0x24 ? start + 1 : start;
  let value = 0;
  for (let at = from; at < end; at++) {
    if (!isDigit(bytes[at]!)) return -1;
    value = value * 10 + bytes[at]! - 48;
  }
  return end > from && end - from <= 7 && bytes[from] !== 0x30 && value <= LAST_ROW + 1 ? value - 1 : -1;
}

function resolve(value: number, from: number, fixed: number, last: number): number {
  if (fixed) return value;
  const size = last + 1;
  return (((value + from) % size) + size) % size;
}
