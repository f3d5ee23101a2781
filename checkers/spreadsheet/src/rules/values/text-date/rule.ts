import { cellAddress, columnName, defineRule, type Rule } from '@preflag/core';
import { textCells } from '../../../facts/text-cells.ts';
import { filledCells, textColumns } from '../../../text-columns.ts';
import { DATE_LIKE } from '../../../text-traits.ts';

/**
 * Looks at columns of tables in which most cells are dates, and at whole columns of dates that are text.
 * Does not catch: dates in words of other languages than English and German, and those outside of tables.
 * Known false alarms: dates before 1900, which spreadsheets cannot hold, are left out; a column that is text throughout is only a hint.
 */
export const textDate: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/text-date',
  title: 'A date is stored as text',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  facts: [textCells],
  why: 'Text does not sort or group with dates, and other programs may read day and month the other way round.',
  advice: 'Store {{found}} as a date.',
  messages: {
    date: "{{found}} in '{{column}}' is stored as text, and the cells around it are dates",
    column: {
      text: "All {{count}} dates in '{{column}}' are stored as text, such as {{found}}",
      severity: 'minor',
      certainty: 'hint',
      advice: "Store the dates in '{{column}}' as dates, if anybody is to sort or calculate by them.",
    },
  },
  *check({ facts, looked }) {
    const { cells, count } = facts(textCells);
    looked({ cells: count });
    for (const found of textColumns(cells, DATE_LIKE)) {
      const { table, column } = found;
      const dates = found.cells.filter(({ text }) => !/\b1[0-8]\d\d\b/.test(text));
      const data = { column: column.name || `column ${columnName(column.index)}` };
      const group = `${table.sheet.name} ${data.column}`;
      if (column.majority === 'date') {
        for (const { row, text } of dates)
          yield {
            messageId: 'date',
            data: { ...data, found: text },
            at: { kind: 'cell', sheet: table.sheet.name, range: cellAddress(row, column.index) },
            group,
          };
      } else if (column.majority === 'string' && dates.length >= FEWEST && dates.length >= filledCells(found) * MOST) {
        const [first] = dates;
        if (first)
          yield {
            messageId: 'column',
            data: { ...data, count: dates.length, found: first.text },
            at: { kind: 'cell', sheet: table.sheet.name, range: cellAddress(first.row, column.index) },
            key: group,
          };
      }
    }
  },
});

const MOST = 0.95;
const FEWEST = 5;
