import type { CellRange } from '@preflag/core';
import type { Sheet } from '../model.ts';

const known = new WeakMap<Sheet, readonly CellRange[]>();

/** The merged ranges of a sheet that begin in the rows from `top` to `bottom`. Sorted once per sheet: sheets have tens of thousands. */
export function mergesFrom(sheet: Sheet, top: number, bottom: number): readonly CellRange[] {
  let sorted = known.get(sheet);
  if (!sorted || sorted.length !== sheet.merges.length) known.set(sheet, (sorted = sheet.merges.toSorted((a, b) => a.top - b.top)));
  return sorted.slice(firstAt(sorted, top), firstAt(sorted, bottom + 1));
}

/** Index of the first range that begins at a row or below. */
function firstAt(sorted: readonly CellRange[], row: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.top < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
