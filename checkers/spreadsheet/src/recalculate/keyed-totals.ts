import type { SheetRange } from './cell-ranges.ts';
import type { DirectValue } from './direct-operators.ts';
import { keyOf, lookupKey, type Key } from './keyed-rows.ts';
import type { ValueAt } from './range-totals.ts';

/** How many rows have certain values in some columns, or the sum of the numbers beside them. */
export class KeyedTotals {
  readonly #columns: readonly Column[];
  readonly #summed: Column | undefined;
  readonly #valueAt: ValueAt;
  readonly #byKeys = new Map<Key, number>();
  /** Columns with texts that may be taken for numbers. */
  readonly #numericTexts = new Set<number>();
  /** False where there are errors or truth values. */
  #isPlain = true;

  /** Ranges are columns of one length; rows are those of the first. */
  constructor(ranges: readonly SheetRange[], summed: SheetRange | undefined, valueAt: ValueAt) {
    const columnOf = ({ sheet, left, top }: SheetRange): Column => ({ sheet, column: left, down: top - ranges[0]!.top });
    this.#columns = ranges.map(columnOf);
    this.#summed = summed && columnOf(summed);
    this.#valueAt = valueAt;
  }

  add(row: number): void {
    const valueOf = ({ sheet, column, down }: Column): ReturnType<ValueAt> => this.#valueAt({ sheet, column, row: row + down });
    const values = this.#columns.map(valueOf);
    const weight = this.#summed ? valueOf(this.#summed) : 1;
    if ([...values, weight].some((value) => typeof value === 'boolean' || (typeof value === 'object' && value !== null)))
      this.#isPlain = false;
    const keys: Key[] = [];
    for (const [index, value] of values.entries()) {
      const key = keyOf(value);
      if (typeof key === 'string' && /\d/.test(key)) this.#numericTexts.add(index);
      if (key !== undefined) keys.push(key);
    }
    if (keys.length < values.length || typeof weight !== 'number') return;
    const joined = joinedKeys(keys);
    this.#byKeys.set(joined, (this.#byKeys.get(joined) ?? 0) + weight);
  }

  /** The total for a key in each column; `undefined` where there are cells that some programs count and others do not. */
  of(keys: readonly Key[]): number | undefined {
    if (!this.#isPlain || keys.some((key, index) => typeof key === 'number' && this.#numericTexts.has(index))) return undefined;
    const total = this.#byKeys.get(joinedKeys(keys)) ?? 0;
    return Number.isFinite(total) ? total : undefined;
  }
}

interface Column {
  readonly sheet: number;
  readonly column: number;
  /** Rows from the first column to this one. */
  readonly down: number;
}

/** Texts with digits or signs may be taken for numbers, dates or conditions. */
export function criterionKey(value: DirectValue): Key | undefined {
  if (typeof value !== 'string') return lookupKey(value);
  return value.length < 256 && /^[a-z]+(?: [a-z]+)*$/i.test(value) && !/^(?:true|false)$/i.test(value) ? value.toLowerCase() : undefined;
}

/** Keys that are one for all of them: a text that is looked for has no line ends. */
function joinedKeys(keys: readonly Key[]): Key {
  return keys.length === 1 ? keys[0]! : keys.map((key) => `${typeof key} ${key}`).join('\n');
}
