import type { Sheet, SheetTable } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';

const known = new WeakMap<Sheet, ReadonlyMap<number, readonly SheetTable[]>>();

/** The table of a cell, as `tableAt` finds it, also fast on sheets of very many tables. */
export function tableOfCell(sheet: Sheet, row: number, column: number): SheetTable | undefined {
  let byColumn = known.get(sheet);
  if (!byColumn) known.set(sheet, (byColumn = tablesByColumn(sheet)));
  const tables = byColumn.get(column) ?? [];
  let [low, high] = [0, tables.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (topOf(tables[middle]!) <= row) low = middle + 1;
    else high = middle;
  }
  const table = tables[low - 1];
  return table && row <= bottomOf(table) ? table : undefined;
}

/** The tables that a column runs through, from top to bottom; they share no row. */
export function tablesByColumn(sheet: Sheet): ReadonlyMap<number, readonly SheetTable[]> {
  const byColumn = new Map<number, SheetTable[]>();
  for (const table of tablesOf(sheet))
    for (const { index } of table.columns) {
      const tables = byColumn.get(index);
      if (tables) tables.push(table);
      else byColumn.set(index, [table]);
    }
  for (const tables of byColumn.values()) tables.sort((a, b) => topOf(a) - topOf(b));
  return byColumn;
}

function topOf({ headerRow, firstRow }: SheetTable): number {
  return headerRow < 0 ? firstRow : headerRow;
}

function bottomOf({ headerRow, lastRow, totalRows }: SheetTable): number {
  return Math.max(lastRow, headerRow, totalRows.at(-1) ?? -1);
}
