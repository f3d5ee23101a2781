import { LAST_COLUMN, LAST_ROW, type Limits, type ReadResult } from '@preflag/core';
import type { Table, TableRow } from '../table/model.ts';
import { putValue } from '../table/put-value.ts';
import type { Sheet } from '../workbook/model.ts';
import { ColumnSheet } from '../workbook/store/column-sheet.ts';
import { STRING } from '../workbook/store/column-store.ts';
import { WorkbookStore } from '../workbook/store/workbook-store.ts';
import { ReadError } from '../archive/read-error.ts';

/** {@link sheetOfTable}, with what stands in its way as data. */
export async function holdTable(table: Table, limits: Limits, isTyped = false): Promise<ReadResult<Sheet>> {
  try {
    return { ok: true, model: await sheetOfTable(table, limits, { isTyped }) };
  } catch (error) {
    if (error instanceof ReadError) return { ok: false, failure: error.failure };
    throw error;
  }
}

/**
 * Holds a table as a sheet, named like its file: its cells are texts, or with `isTyped` what a spreadsheet program takes them for: numbers,
 * dates, truth values. Empty cells are blank.
 *
 * @param options.beside see {@link WorkbookStore}
 * @throws ReadError `limit` for `cells`, `stringBytes` and `storeBytes`; `unsupported` for more rows or columns than a sheet has
 */
export async function sheetOfTable(
  table: Table,
  limits: Limits,
  { isTyped = false, beside }: { readonly isTyped?: boolean; readonly beside?: WorkbookStore | undefined } = {},
): Promise<ColumnSheet> {
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
          if (isTyped) putValue(sheet, index, column, text, table.dialect.delimiter);
          else if (text !== '') sheet.put(index, column, STRING, store.strings.internText(text), 0, 0);
        }
      },
    },
  ]);
  return sheet;
}
