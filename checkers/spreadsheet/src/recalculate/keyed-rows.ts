import type { CalculatedValue } from './calculator.ts';
import type { DirectValue } from './direct-operators.ts';
import type { SheetRange } from './cell-ranges.ts';
import type { ValueAt } from './range-totals.ts';

/** A number, or a text in small letters. */
export type Key = number | string;

/** The first row where a column has each key. */
export class KeyedRows {
  readonly #range: SheetRange;
  readonly #valueAt: ValueAt;
  readonly #rows = new Map<Key, number>();

  /** Of a wider range, the first column counts. */
  constructor(range: SheetRange, valueAt: ValueAt) {
    this.#range = range;
    this.#valueAt = valueAt;
  }

  add(row: number): void {
    const key = keyOf(this.#valueAt({ sheet: this.#range.sheet, row, column: this.#range.left }));
    if (key !== undefined && !this.#rows.has(key)) this.#rows.set(key, row);
  }

  rowOf(key: Key): number | undefined {
    return this.#rows.get(key);
  }
}

/** Whole numbers are equal or not, whatever a program thinks of the last digits of others; texts must hold no wildcards. */
export function lookupKey(value: DirectValue): Key | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return typeof value === 'string' && /^[ -~]{1,255}$/.test(value) && !/[*?~]/.test(value) ? value.toLowerCase() : undefined;
}

/** Letters beyond ASCII are no key that is looked for, and stay as they are. */
export function keyOf(value: CalculatedValue | null): Key | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? value.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase()) : undefined;
}
