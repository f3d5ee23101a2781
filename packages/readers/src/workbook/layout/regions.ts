import type { CellRange } from '@preflag/core';
import type { Sheet } from '../model.ts';
import { ColumnSheet } from '../store/column-sheet.ts';

/** A block of cells with blank rows above and below, and blank columns left and right. */
export type Region = CellRange;

/** The blocks of cells of a sheet, from top to bottom and left to right. Costs one look at each cell. */
export function regionsOf(sheet: Sheet): Region[] {
  const isFilled = new Uint8Array(sheet.rowCount);
  const filled = { rows: 0 };
  for (let column = 0; column < sheet.columnCount && filled.rows < sheet.rowCount; column++)
    visitRows(sheet, column, 0, sheet.rowCount - 1, (row) => {
      filled.rows += 1 - isFilled[row]!;
      isFilled[row] = 1;
    });
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
    const span = spanOf(sheet, column, top, bottom);
    if (!span) {
      open = undefined;
      continue;
    }
    const [first, last] = span;
    if (open) {
      open.top = Math.min(open.top, first);
      open.bottom = Math.max(open.bottom, last);
      open.right = column;
    } else regions.push((open = { top: first, left: column, bottom: last, right: column }));
  }
  return regions;
}

/** The first and the last row from `top` to `bottom` where a column holds something. */
function spanOf(sheet: Sheet, column: number, top: number, bottom: number): readonly [first: number, last: number] | undefined {
  if (sheet instanceof ColumnSheet) return sheet.heldSpan(column, top, bottom);
  let span: [number, number] | undefined;
  visitRows(sheet, column, top, bottom, (row) => void (span = [span?.[0] ?? row, row]));
  return span;
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
