import { defineRule, type Rule } from '@preflag/core';
import { askedColumns, type AskedColumn } from '../../../contract/asked-columns.ts';
import { columnIn, dataColumns } from '../../../contract/data-columns.ts';
import { tableWith } from '../../../contract/data-tables.ts';
import { findUnmatched, valuesIn } from '../../../contract/find-unmatched.ts';
import { heldTable } from '../../../facts/held-table.ts';

/**
 * Compares the values of a column with those of another in the same file: exactly, numbers by what they are.
 * Does not catch: a value that stands there and means another row. Other files are spreadsheet/reference-not-in-file.
 * Known false alarms: none; the job says that every value stands there.
 */
export const referenceWithoutMatch: Rule<'workbook' | 'table', unknown, readonly AskedColumn[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly AskedColumn[]
>({
  id: 'spreadsheet/reference-without-match',
  title: 'A value refers to something that is not in the file',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [heldTable],
  demands: ['columns.in'],
  why: 'Look-ups on the value fail, and the row is lost from every figure that joins the two.',
  advice: "Correct '{{found}}', or add it to {{where}}.",
  messages: {
    unmatched: "'{{column}}' holds '{{found}}', which does not stand in {{where}}",
    similar: {
      text: "'{{column}}' holds '{{found}}', which is written '{{similar}}' in {{where}}",
      advice: "Write '{{similar}}', just so.",
    },
    unfound: { text: "'{{column}}' cannot be compared: {{missing}} is not there", advice: 'Put {{missing}} where the job expects it.' },
  },
  asks: (deliverable) => askedColumns(deliverable, (column) => column.in !== undefined && column.in.file === undefined),
  *check({ model, facts, asked, looked, notChecked }) {
    const context = { model, facts, notChecked };
    for (const column of dataColumns(context, asked)) {
      const { sheet, column: name } = column.asked.in ?? { column: '' };
      const table = sheet === undefined ? column.table : tableWith(context, sheet, name);
      const other = table && columnIn(table, { name });
      const where = `the column '${name}'${sheet === undefined ? '' : ` on the sheet '${sheet}'`}`;
      if (other) yield* findUnmatched(column, valuesIn(other), where, { looked, notChecked });
      else yield { messageId: 'unfound', data: { column: column.header, missing: where }, at: { kind: 'file' }, key: column.header };
    }
  },
});
