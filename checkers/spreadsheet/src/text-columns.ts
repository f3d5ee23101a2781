import type { SheetColumn, SheetTable } from '@preflag/readers';
import type { TextCell } from './facts/text-cells.ts';
import { tableOfCell } from './table-lookup.ts';

/** Cells of one column of one table. */
export interface TextColumn {
  readonly table: SheetTable;
  readonly column: SheetColumn;
  readonly cells: readonly TextCell[];
}

/** Groups the cells with a trait by the column of the table that they are data of; cells outside of tables, headers and totals are left out. */
export function textColumns(cells: readonly TextCell[], trait: number): readonly TextColumn[] {
  const groups = new Map<SheetTable, Map<number, { table: SheetTable; column: SheetColumn; cells: TextCell[] }>>();
  for (const cell of cells) {
    if ((cell.traits & trait) === 0) continue;
    const table = tableOfCell(cell.sheet, cell.row, cell.column);
    if (!table || cell.row < table.firstRow || cell.row > table.lastRow || table.totalRows.includes(cell.row)) continue;
    let columns = groups.get(table);
    if (!columns) groups.set(table, (columns = new Map()));
    const known = columns.get(cell.column);
    if (known) known.cells.push(cell);
    else {
      const column = table.columns.find(({ index }) => index === cell.column);
      if (column) columns.set(cell.column, { table, column, cells: [cell] });
    }
  }
  return [...groups.values()].flatMap((columns) => [...columns.values()]);
}

/** How many data cells of a column are filled. */
export function filledCells({ table, column }: Pick<TextColumn, 'table' | 'column'>): number {
  let filled = 0;
  for (let row = table.firstRow; row <= table.lastRow; row += 1) if (table.sheet.kind(row, column.index) !== 'blank') filled += 1;
  return filled;
}
