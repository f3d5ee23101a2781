import { parseRange } from '@preflag/core';
import { REFERENCE } from './formula-form.ts';

/** The cells that a formula uses, in relative terms and sorted: `A1+B1` uses what `SUM(A1:B1)` does. Large ranges count as one. */
export function relativeInputs(formula: string, row: number, column: number): readonly string[] {
  const cells = new Set<string>();
  for (const [, first = '', last = first] of formula.replaceAll('$', '').matchAll(REFERENCE)) {
    const range = parseRange(`${first}:${last}`);
    if (!range) continue;
    if ((range.bottom - range.top + 1) * (range.right - range.left + 1) > MOST_INPUTS)
      cells.add(`${range.top - row} ${range.left - column} ${range.bottom - row} ${range.right - column}`);
    else
      for (let r = range.top; r <= range.bottom; r += 1)
        for (let c = range.left; c <= range.right; c += 1) cells.add(`${r - row} ${c - column}`);
  }
  return [...cells].toSorted();
}

const MOST_INPUTS = 100;
