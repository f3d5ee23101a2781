import { defineRule, type Rule } from '@preflag/core';
import { askedColumns, type AskedColumn } from '../../../contract/asked-columns.ts';
import { dataColumns } from '../../../contract/data-columns.ts';
import { formatsOf, shownFormat } from '../../../contract/number-formats.ts';
import { heldTable } from '../../../facts/held-table.ts';

/**
 * Compares number formats by what they show of a positive number; one finding for each other format of a column, at its first cell.
 * Does not catch: formats that differ in padding, colour or negative numbers only, unless the job's format has these sections; conditional
 * formats. Texts have no format. A csv has none at all, which is said.
 * Known false alarms: formats of other codes that look the same for the numbers at hand (`0.00` and `#,##0.00` below a thousand).
 */
export const formatNotAsAsked: Rule<'workbook' | 'table', unknown, readonly AskedColumn[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly AskedColumn[]
>({
  id: 'spreadsheet/format-not-as-asked',
  title: 'Numbers are not shown in the format that was asked for',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [heldTable],
  demands: ['columns.format'],
  why: 'The client asked for how the figures look, and reads other decimals, dates or separators.',
  advice: "Give '{{column}}' the number format {{expected}}.",
  messages: { other: "In '{{column}}', {{cells}} shown in the format {{format}}, and {{expected}} was asked for" },
  asks: (deliverable) => askedColumns(deliverable, ({ format }) => format !== undefined),
  *check({ model, facts, asked, looked, notChecked }) {
    if (model.kind === 'table') {
      notChecked('nothing-to-check', 'A csv has no number formats; state a pattern for how its values are written.');
      return;
    }
    for (const column of dataColumns({ model, facts, notChecked }, asked)) {
      const { table, header } = column;
      const expected = column.asked.format ?? '';
      const sections = expected.split(';').length;
      const wanted = shownFormat(expected, sections);
      for (const { format, cells, row, column: index } of formatsOf(column)) {
        looked({ cells });
        if (shownFormat(format, sections) === wanted) continue;
        const data = { column: header, cells: cells === 1 ? '1 cell is' : `${cells.toLocaleString('en-US')} cells are`, format, expected };
        yield { messageId: 'other', data, at: table.at(row, index), key: `${table.where} ${header} ${format}`, group: header };
      }
    }
  },
});
