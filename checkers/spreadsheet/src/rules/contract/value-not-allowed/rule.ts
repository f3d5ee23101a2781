import { defineRule, type Rule } from '@preflag/core';
import { askedColumns, type AskedColumn } from '../../../contract/asked-columns.ts';
import { valueKey } from '../../../contract/cell-values.ts';
import { dataColumns, valuesOf } from '../../../contract/data-columns.ts';
import type { DataTable } from '../../../contract/data-tables.ts';
import { judgeTexts } from '../../../contract/judge-texts.ts';
import { valueSet } from '../../../contract/value-set.ts';
import { heldTable } from '../../../facts/held-table.ts';

/**
 * Compares exactly, case and white space included; numbers by what they are.
 * Does not catch: an allowed value in the wrong row. Known false alarms: none; the job lists the values.
 */
export const valueNotAllowed: Rule<'workbook' | 'table', unknown, readonly AskedColumn[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly AskedColumn[]
>({
  id: 'spreadsheet/value-not-allowed',
  title: 'A value is none of those that were asked for',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [heldTable],
  demands: ['columns.values'],
  why: 'Filters, pivots and imports that know only the agreed values leave the row out.',
  advice: "Write one of the agreed values of '{{column}}': {{expected}}.",
  messages: {
    other: "'{{column}}' holds '{{found}}', which is none of {{expected}}",
    similar: { text: "'{{column}}' holds '{{found}}', and '{{similar}}' was asked for", advice: "Write '{{similar}}', just so." },
  },
  asks: (deliverable) => askedColumns(deliverable, ({ values }) => values !== undefined),
  *check({ model, facts, asked, looked, notChecked }) {
    for (const column of dataColumns({ model, facts, notChecked }, asked)) {
      const { table, header } = column;
      const values = column.asked.values ?? [];
      const allowed = valueSet(values.map((value) => keyOfValue(table, value)));
      const expected = values.slice(0, MOST_SHOWN).join(', ') + (values.length > MOST_SHOWN ? ' …' : '');
      const isAllowed = judgeTexts(table, (text) => allowed.has(valueKey(table, text)) || isTruth(values, text));
      for (const { row, column: index } of valuesOf(column, { looked, notChecked })) {
        if (isAllowed(row, index)) continue;
        const found = table.sheet.text(row, index);
        const similar = allowed.similar(found);
        const data = { column: header, found, expected, ...(similar !== undefined && { similar }) };
        yield { messageId: similar === undefined ? 'other' : 'similar', data, at: table.at(row, index), group: header };
      }
    }
  },
});

const MOST_SHOWN = 10;

function keyOfValue(table: DataTable, value: string | number | boolean): string {
  return typeof value === 'string' ? valueKey(table, value) : String(value);
}

/** Workbooks write truth values in capitals, other programs do not. */
function isTruth(values: readonly (string | number | boolean)[], text: string): boolean {
  return values.some((value) => typeof value === 'boolean' && String(value) === text.toLowerCase());
}
