import { defineRule, type Deliverable, type Rule } from '@preflag/core';
import type { SheetTable } from '@preflag/readers';
import { askedColumns, askedTables, columnNamed, type AskedColumn } from '../../../contract/asked-columns.ts';
import { kindOfCell } from '../../../contract/cell-values.ts';
import { dataColumns, rowsOf, sayUncalculated } from '../../../contract/data-columns.ts';
import { mergedRows } from '../../../contract/merged-rows.ts';
import { heldTable } from '../../../facts/held-table.ts';

/**
 * Looks at the columns that are required, and at those of keys, in every data row that holds anything.
 * Does not catch: words that stand for nothing (`n/a`, `-`); list the values, or give a pattern. Rows that are blank as a whole are
 * spreadsheet/blank-row-inside-table; cells that a filled merged cell covers show its value.
 * Known false alarms: lines of notes below a table that are taken for its rows.
 */
export const valueMissing: Rule<'workbook' | 'table', unknown, readonly AskedColumn[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly AskedColumn[]
>({
  id: 'spreadsheet/value-missing',
  title: 'A value that was asked for is blank',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [heldTable],
  demands: ['columns.required', 'key'],
  why: 'The row is not finished, or cannot be told from others, and drops out of what is made from it.',
  advice: "Fill in '{{column}}', or ask the client what is to stand there.",
  messages: { blank: "'{{column}}' is blank, and a value in every row was asked for" },
  asks: askedFor,
  *check({ model, facts, asked, looked, notChecked }) {
    for (const { table, header, blocks } of dataColumns({ model, facts, notChecked }, asked)) {
      let [cells, uncalculated] = [0, 0];
      const isMerged = blocks.map(({ table: block, index }) => mergedRows(block, index));
      for (const { table: block, row, index, part } of rowsOf(blocks)) {
        const kind = kindOfCell(table, row, index);
        cells += 1;
        if (kind === 'uncalculated') uncalculated += 1;
        if (kind === 'blank' && isMerged[part]?.(row) !== true && !isBlankRow(block, row))
          yield { messageId: 'blank', data: { column: header }, at: table.at(row, index), group: header };
      }
      looked({ cells });
      sayUncalculated({ header }, uncalculated, { notChecked });
    }
  },
});

/** The required columns, and those of keys that are not required anyway. */
function askedFor(deliverable: Deliverable): readonly AskedColumn[] | undefined {
  const required = askedColumns(deliverable, (column) => column.required) ?? [];
  const ofKeys = askedTables(deliverable).flatMap((table) =>
    (table.expectation.key ?? []).map((name, index) => ({
      table,
      column: columnNamed(table.expectation, name),
      pointer: `${table.pointer}/key/${index}`,
    })),
  );
  const others = ofKeys.filter(
    ({ table, column }) => !required.some((one) => one.table.pointer === table.pointer && one.column.name === column.name),
  );
  return required.length + others.length > 0 ? [...required, ...others] : undefined;
}

function isBlankRow({ sheet, columns }: SheetTable, row: number): boolean {
  return columns.every(({ index }) => sheet.kind(row, index) === 'blank' && sheet.formulaId(row, index) === 0);
}
