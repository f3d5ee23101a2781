/** A column that should name each row once, and where it does not. Rows are 0-based. */
export interface KeyColumn {
  readonly name: string;
  readonly column: number;
  readonly filled: number;
  readonly duplicates: readonly { readonly key: string; readonly row: number; readonly first: number }[];
}

/** Counts the values of one column. A column that repeats often is no key, and is given up. */
export class KeyCounter {
  readonly #name: string;
  readonly #column: number;
  #seen: Map<string, number> | undefined = new Map();
  #filled = 0;
  #duplicates: { key: string; row: number; first: number }[] = [];

  constructor(name: string, column: number) {
    this.#name = name;
    this.#column = column;
  }

  add(text: string, row: number): void {
    const key = text.trim();
    if (key === '' || !this.#seen) return;
    this.#filled += 1;
    const first = this.#seen.get(key);
    if (first === undefined) this.#seen.set(key, row);
    else this.#duplicates.push({ key, row, first });
    const isNoKey = this.#duplicates.length > 20 && this.#duplicates.length > this.#filled * 0.05;
    if (isNoKey || this.#seen.size > MOST_KEYS) {
      this.#seen = undefined;
      this.#duplicates = [];
    }
  }

  end(): KeyColumn {
    return { name: this.#name, column: this.#column, filled: this.#filled, duplicates: this.#duplicates };
  }
}

const MOST_KEYS = 2_000_000;
