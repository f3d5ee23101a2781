import type { Limits } from '@preflag/core';
import type { Table, TableRow } from '../table/model.ts';
import { ColumnSheet } from '../workbook/store/column-sheet.ts';
import { STRING } from '../workbook/store/column-store.ts';
import { WorkbookStore } from '../workbook/store/workbook-store.ts';
import { LAST_COLUMN, LAST_ROW } from '@preflag/core';
import { ReadError } from '../archive/read-error.ts';

/**
 * Holds a table as a sheet of texts, named like its file. Empty cells are blank.
 *
 * @param beside see {@link WorkbookStore}
 * @throws ReadError `limit` for `cells`, `stringBytes` and `storeBytes`; `unsupported` for more rows or columns than a sheet has
 */
export async function sheetOfTable(table: Table, limits: Limits, beside?: WorkbookStore): Promise<ColumnSheet> {
  const store = new WorkbookStore(limits, beside);
  const name = table.file.split('/').at(-1) ?? table.file;
  const sheet = new ColumnSheet(name, 'visible', store);
  await table.scan([
    {
      item: 'row',
      visit(item) {
        const { index, cells } = item as TableRow;
        if (index > LAST_ROW || cells.length > LAST_COLUMN + 1) {
          throw new ReadError({
            kind: 'unsupported',
            text: 'The table has more rows or columns than a sheet, so that its cells cannot be compared.',
          });
        }
        for (let column = 0; column < cells.length; column++) {
          const text = cells[column]!;
          if (text !== '') sheet.put(index, column, STRING, store.strings.internText(text), 0, 0);
        }
      },
    },
  ]);
  return sheet;
}
