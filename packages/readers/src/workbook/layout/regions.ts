import type { CellRange } from '@preflag/core';
import type { Sheet } from '../model.ts';
import { ColumnSheet } from '../store/column-sheet.ts';

/** A block of cells with blank rows above and below, and blank columns left and right. */
export type Region = CellRange;

/** The blocks of cells of a sheet, from top to bottom and left to right. Costs one look at each cell. */
export function regionsOf(sheet: Sheet): Region[] {
  const isFilled = new Uint8Array(sheet.rowCount);
  for (let column = 0; column < sheet.columnCount; column++)
    visitRows(sheet, column, 0, sheet.rowCount - 1, (row) => void (isFilled[row] = 1));
  const regions: Region[] = [];
  for (let top = 0; top < sheet.rowCount; top++) {
    if (isFilled[top] === 0) continue;
    let bottom = top;
    while (bottom + 1 < sheet.rowCount && isFilled[bottom + 1] === 1) bottom++;
    regions.push(...splitColumns(sheet, top, bottom));
    top = bottom;
  }
  return regions;
}

function splitColumns(sheet: Sheet, top: number, bottom: number): Region[] {
  const regions: Region[] = [];
  let open: { top: number; left: number; bottom: number; right: number } | undefined;
  for (let column = 0; column < sheet.columnCount; column++) {
    let first = -1;
    let last = -1;
    visitRows(sheet, column, top, bottom, (row) => {
      if (first < 0) first = row;
      last = row;
    });
    if (first < 0) open = undefined;
    else if (open) {
      open.top = Math.min(open.top, first);
      open.bottom = Math.max(open.bottom, last);
      open.right = column;
    } else regions.push((open = { top: first, left: column, bottom: last, right: column }));
  }
  return regions;
}

/** Calls `visit` with the rows from `top` to `bottom` where a column holds something, in order. */
export function visitRows(sheet: Sheet, column: number, top: number, bottom: number, visit: (row: number) => void): void {
  if (sheet instanceof ColumnSheet) sheet.visitRows(column, top, bottom, visit);
  else for (let row = top; row <= bottom; row++) if (isHeld(sheet, row, column)) visit(row);
}

/** True for cells with a value or a formula. */
export function isHeld(sheet: Sheet, row: number, column: number): boolean {
  return sheet.kind(row, column) !== 'blank' || sheet.formulaId(row, column) !== 0;
}
