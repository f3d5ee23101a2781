import type { SheetColumn, SheetTable } from '../layout.ts';
import type { Sheet } from '../model.ts';
import { tablesOf } from './tables-of.ts';
import { foldText } from './total-words.ts';

/** A column and the table that it belongs to. */
export interface FoundColumn {
  readonly table: SheetTable;
  readonly column: SheetColumn;
}

/** The first column of a sheet's tables with this name; exactly, else without regard to case and white space. */
export function findColumn(sheet: Sheet, name: string): FoundColumn | undefined {
  return findColumns(sheet, name)[0];
}

/** All columns with this name, those that match exactly; where none does, those that do without regard to case and white space. */
export function findColumns(sheet: Sheet, name: string): readonly FoundColumn[] {
  const all = tablesOf(sheet).flatMap((table) => table.columns.map((column) => ({ table, column })));
  const exact = all.filter(({ column }) => column.name === name);
  if (exact.length > 0) return exact;
  const folded = foldText(name);
  return folded === '' ? [] : all.filter(({ column }) => foldText(column.name) === folded);
}

/** The table of a sheet that a cell is in, header and totals included. */
export function tableAt(sheet: Sheet, row: number, column: number): SheetTable | undefined {
  return tablesOf(sheet).find(({ headerRow, firstRow, lastRow, totalRows, columns }) => {
    const top = headerRow < 0 ? firstRow : headerRow;
    const bottom = Math.max(lastRow, headerRow, totalRows.at(-1) ?? -1);
    return row >= top && row <= bottom && column >= (columns[0]?.index ?? 0) && column <= (columns.at(-1)?.index ?? -1);
  });
}
