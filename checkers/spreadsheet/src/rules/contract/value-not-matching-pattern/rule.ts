import { compilePattern, defineRule, type Rule } from '@preflag/core';
import { askedColumns, type AskedColumn } from '../../../contract/asked-columns.ts';
import { dataColumns, valuesOf } from '../../../contract/data-columns.ts';
import { judgeTexts } from '../../../contract/judge-texts.ts';
import { heldTable } from '../../../facts/held-table.ts';

/**
 * The pattern must match the whole value: texts as they stand, numbers in full, with the leading zeros that they are shown with, dates as
 * ISO 8601. Does not catch: a value of the right form that names nothing; see spreadsheet/reference-without-match.
 * Known false alarms: none; the job states the pattern.
 */
export const valueNotMatchingPattern: Rule<'workbook' | 'table', unknown, readonly AskedColumn[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly AskedColumn[]
>({
  id: 'spreadsheet/value-not-matching-pattern',
  title: 'A value is not of the form that was asked for',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [heldTable],
  demands: ['columns.pattern'],
  why: 'The value is refused, or matched with nothing, wherever the form is relied on.',
  advice: "Write '{{column}}' in the form that was asked; look whether digits, zeros or signs were lost.",
  messages: { other: "'{{column}}' holds '{{found}}', which does not match {{expected}}" },
  asks: (deliverable) => askedColumns(deliverable, ({ pattern }) => pattern !== undefined),
  *check({ model, facts, asked, looked, notChecked }) {
    for (const column of dataColumns({ model, facts, notChecked }, asked)) {
      const { table, header } = column;
      const expected = column.asked.pattern ?? '';
      const matches = judgeTexts(table, compilePattern(expected));
      for (const { row, column: index } of valuesOf(column, { looked, notChecked })) {
        if (matches(row, index)) continue;
        const data = { column: header, found: table.sheet.text(row, index), expected };
        yield { messageId: 'other', data, at: table.at(row, index), group: header };
      }
    }
  },
});
