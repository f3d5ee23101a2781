import { DEFAULT_LIMITS } from '@preflag/core';
import { ByteTable, StoreBudget } from '@preflag/readers/tables';

/** A column that should name each row once, and where it does not. Rows are 0-based. */
export interface KeyColumn {
  readonly name: string;
  readonly column: number;
  readonly filled: number;
  readonly duplicates: readonly { readonly key: string; readonly row: number; readonly first: number }[];
  /** There were more different keys than are held: those that came later were not compared. */
  readonly isCut: boolean;
}

/** Counts the values of one column. A column that repeats often is no key, and is given up. Keys are held as bytes, each once. */
export class KeyCounter {
  readonly #name: string;
  readonly #column: number;
  #seen: ByteTable | undefined = new ByteTable(new StoreBudget(DEFAULT_LIMITS));
  /** The row in which each key stands first, by its id. */
  #rows: Int32Array = new Int32Array(1 << 10);
  #filled = 0;
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
    let [start, end] = [from, to];
    while (start < end && bytes[start]! <= SPACE) start++;
    while (end > start && bytes[end - 1]! <= SPACE) end--;
    if (start === end || !this.#seen) return;
    this.#filled++;
    const known = this.#seen.size;
    const id = this.#seen.intern(bytes, start, end);
    if (id === known) this.#keepRow(id, row);
    else this.#duplicates.push({ key: bytes.toString('utf8', start, end), row, first: this.#rows[id]! });
    this.#isCut = known > MOST_KEYS;
    const isNoKey = this.#duplicates.length > 20 && this.#duplicates.length > this.#filled * 0.05;
    if (isNoKey) this.#duplicates = [];
    if (isNoKey || this.#isCut) this.#seen = undefined;
  }

  end(): KeyColumn {
    return { name: this.#name, column: this.#column, filled: this.#filled, duplicates: this.#duplicates, isCut: this.#isCut };
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
const MOST_KEYS = 5_000_000;
