import { DEFAULT_LIMITS } from '@preflag/core';
import { ByteTable, StoreBudget } from '@preflag/readers/tables';
import { AscendingKeys } from './ascending-keys.ts';

/** A column that should name each row once, and where it does not. Rows are 0-based. */
export interface KeyColumn {
  readonly name: string;
  readonly column: number;
  readonly filled: number;
  readonly duplicates: readonly { readonly key: string; readonly row: number; readonly first: number }[];
  /** There were more different keys than are held: those that came later were not compared. */
  readonly isCut: boolean;
}

/** Counts the values of one column. A column that repeats often is no key, and is given up. Keys are held as numbers or bytes, each once. */
export class KeyCounter {
  readonly #name: string;
  readonly #column: number;
  readonly #ascending: AscendingKeys = new AscendingKeys();
  /** All keys but those in ascending order, and the row in which each stands first, by its id. */
  readonly #others: ByteTable = new ByteTable(new StoreBudget(DEFAULT_LIMITS));
  #rows: Int32Array = new Int32Array(1 << 10);
  #filled = 0;
  #isOpen = true;
  #isCut = false;
  #duplicates: { key: string; row: number; first: number }[] = [];

  constructor(name: string, column: number) {
    this.#name = name;
    this.#column = column;
  }

  add(text: string, row: number): void {
    const bytes = Buffer.from(text.trim());
    this.addBytes(bytes, 0, bytes.length, row);
  }

  /** Adds a key that stands in UTF-8; blanks at its ends do not count. */
  addBytes(bytes: Buffer, from: number, to: number, row: number): void {
    let start = from;
    let end = to;
    while (start < end && bytes[start]! <= SPACE) start++;
    while (end > start && bytes[end - 1]! <= SPACE) end--;
    if (start === end || !this.#isOpen) return;
    this.#filled++;
    const number = wholeNumber(bytes, start, end);
    // A number that is no larger than the last ascending one went to the others, if it is not among those.
    if (number >= 0 && this.#ascending.append(number, row)) this.#checkSize();
    else this.#addOther(bytes, start, end, number, row);
  }

  end(): KeyColumn {
    return { name: this.#name, column: this.#column, filled: this.#filled, duplicates: this.#duplicates, isCut: this.#isCut };
  }

  #addOther(bytes: Buffer, start: number, end: number, number: number, row: number): void {
    const known = number >= 0 ? this.#ascending.rowOf(number) : -1;
    const nextId = this.#others.size;
    const id = known >= 0 ? 0 : this.#others.intern(bytes, start, end);
    if (known < 0 && id === nextId) {
      this.#keepRow(id, row);
      this.#checkSize();
      return;
    }
    this.#duplicates.push({ key: bytes.toString('utf8', start, end), row, first: known >= 0 ? known : this.#rows[id]! });
    if (this.#duplicates.length <= 20 || this.#duplicates.length <= this.#filled * 0.05) return;
    this.#duplicates = [];
    this.#isOpen = false;
  }

  #checkSize(): void {
    this.#isCut = this.#ascending.size + this.#others.size > MOST_KEYS;
    if (this.#isCut) this.#isOpen = false;
  }

  #keepRow(id: number, row: number): void {
    if (id >= this.#rows.length) {
      const rows = new Int32Array(this.#rows.length * 2);
      rows.set(this.#rows);
      this.#rows = rows;
    }
    this.#rows[id] = row;
  }
}

const SPACE = 0x20;
const ZERO = 0x30;
const MOST_KEYS = 5_000_000;
/** Numbers of so many digits are exact. */
const MOST_DIGITS = 15;

/** The number that digits without zeros before them spell; -1 for anything else. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > MOST_DIGITS || (bytes[start] === ZERO && end - start > 1)) return -1;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
