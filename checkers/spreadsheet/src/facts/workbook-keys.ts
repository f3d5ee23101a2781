import { defineFact, type Fact } from '@preflag/core';
import type { SheetTable } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';
import { isKeyLike } from '../id-like.ts';
import { KeyCounter, type KeyColumn } from '../key-counter.ts';

/** A key column of a table on a sheet. */
export interface SheetKeys extends KeyColumn {
  readonly table: SheetTable;
}

/** Columns that should name each row once. Only these columns are looked at. */
export const workbookKeys: Fact<'workbook', readonly SheetKeys[]> = defineFact({
  id: 'spreadsheet/workbook-keys',
  reads: 'workbook',
  compute: ({ sheets }) =>
    sheets.flatMap((sheet) =>
      tablesOf(sheet).flatMap((table) =>
        table.columns
          .filter(({ name }) => table.headerRow >= 0 && isKeyLike(name))
          .map(({ name, index }) => {
            const counter = new KeyCounter(name, index);
            const totals = new Set(table.totalRows);
            for (let row = table.firstRow; row <= table.lastRow; row += 1) if (!totals.has(row)) counter.add(sheet.text(row, index), row);
            return { ...counter.end(), table };
          }),
      ),
    ),
});
