import { LAST_COLUMN, LAST_ROW, type CellRange } from '@preflag/core';
import type { CellAt } from './calculator.ts';
import type { Corners } from './formula-tokens.ts';

export interface SheetRange extends CellRange {
  readonly sheet: number;
}

/** True for a range of one cell. */
export function isSingle({ top, left, bottom, right }: CellRange): boolean {
  return top === bottom && left === right;
}

/** True when a reference leads elsewhere from another cell. */
export function moves({ from, to }: Corners): boolean {
  return [from, to].some(({ rowFixed, columnFixed }) => !rowFixed || !columnFixed);
}

/** One number for a cell. */
export function keyOf({ sheet, row, column }: CellAt): number {
  return (sheet * (LAST_ROW + 1) + row) * (LAST_COLUMN + 1) + column;
}

/** Where a reference leads from another cell. Distances that leave the sheet wrap around, as they do in Excel. */
export function rangeOf({ from, to }: Corners, sheet: number, cell: CellAt, origin: CellAt): SheetRange {
  const rows = [from, to].map(({ row, rowFixed }) => (rowFixed ? row : wrap(row + cell.row - origin.row, LAST_ROW + 1)));
  const columns = [from, to].map(({ column, columnFixed }) =>
    columnFixed ? column : wrap(column + cell.column - origin.column, LAST_COLUMN + 1),
  );
  return { sheet, top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
}

function wrap(value: number, size: number): number {
  return ((value % size) + size) % size;
}
