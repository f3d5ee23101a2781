import type { CalculatedValue, CellAt } from './calculator.ts';
import type { SheetRange } from './cell-ranges.ts';
import { finite, type DirectValue } from './direct-operators.ts';

/** What a cell holds; `null` for a blank one. */
export type ValueAt = (cell: CellAt) => CalculatedValue | null;

/** What SUM and its like need of numbers. */
export class Totals {
  sum = 0;
  count = 0;
  least: number = Infinity;
  most: number = -Infinity;
  /** False where there are errors or truth values. */
  isPlain = true;

  addNumber(number: number): void {
    this.sum += number;
    this.count += 1;
    this.least = Math.min(this.least, number);
    this.most = Math.max(this.most, number);
  }

  addTotals({ sum, count, least, most, isPlain }: Totals): void {
    this.sum += sum;
    this.count += count;
    this.least = Math.min(this.least, least);
    this.most = Math.max(this.most, most);
    this.isPlain &&= isPlain;
  }
}

/** The result of a function over numbers; `undefined` where it is beyond them. */
export function resultOf(name: TotalName, { sum, count, least, most }: Totals): DirectValue {
  if (name === 'COUNT') return count;
  if (name === 'SUM') return finite(sum);
  if (name === 'AVERAGE') return count === 0 ? { error: '#DIV/0!' } : finite(sum / count);
  return count === 0 ? 0 : name === 'MIN' ? least : most;
}

export type TotalName = 'SUM' | 'AVERAGE' | 'MIN' | 'MAX' | 'COUNT';

/** Those of the numbers in a range. Texts and blank cells are left out. */
export class RangeTotals extends Totals {
  readonly #range: SheetRange;
  readonly #valueAt: ValueAt;

  constructor(range: SheetRange, valueAt: ValueAt) {
    super();
    this.#range = range;
    this.#valueAt = valueAt;
  }

  add(row: number): void {
    const { sheet, left, right } = this.#range;
    for (let column = left; column <= right; column += 1) {
      const value = this.#valueAt({ sheet, row, column });
      if (typeof value === 'number') this.addNumber(value);
      else if (value !== null && typeof value !== 'string') this.isPlain = false;
    }
  }
}
