import { LAST_COLUMN, LAST_ROW, type Limits, type ReadResult } from '@preflag/core';
import type { Table, TableRow } from '../table/model.ts';
import type { Sheet } from '../workbook/model.ts';
import { ColumnSheet } from '../workbook/store/column-sheet.ts';
import { STRING } from '../workbook/store/column-store.ts';
import { WorkbookStore } from '../workbook/store/workbook-store.ts';
import { ReadError } from '../archive/read-error.ts';

/** {@link sheetOfTable}, with what stands in its way as data. */
export async function holdTable(table: Table, limits: Limits): Promise<ReadResult<Sheet>> {
  try {
    return { ok: true, model: await sheetOfTable(table, limits) };
  } catch (error) {
    if (error instanceof ReadError) return { ok: false, failure: error.failure };
    throw error;
  }
}

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
        const row = item as TableRow;
        const { index } = row;
        if (index > LAST_ROW || row.length > LAST_COLUMN + 1) {
          throw new ReadError({
            kind: 'unsupported',
            text: 'The table has more rows or columns than a sheet, so that its cells cannot be compared.',
          });
        }
        for (let column = 0; column < row.length; column++) {
          const text = row.text(column);
          if (text !== '') sheet.put(index, column, STRING, store.strings.internText(text), 0, 0);
        }
      },
    },
  ]);
  return sheet;
}
