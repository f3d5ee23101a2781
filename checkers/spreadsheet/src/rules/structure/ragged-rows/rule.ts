import { defineRule, type Rule } from '@preflag/core';
import { tableCells } from '../../../facts/table-cells.ts';
import { delimiterName, tableCellAt } from '../../../table-place.ts';

/**
 * Compares every data row of a csv with its header, or with most rows where there is none. Titles above and notes below are no rows.
 * Does not catch: rows that were shifted and kept their number of cells.
 * Known false alarms: files with several tables. Programs that leave empty cells at the end out make rows shorter, which is a hint.
 */
export const raggedRows: Rule<'table'> = defineRule({
  id: 'spreadsheet/ragged-rows',
  title: 'A row has another number of cells than the header',
  severity: 'important',
  certainty: 'likely',
  reads: 'table',
  facts: [tableCells],
  why: 'The values of the row stand under the wrong headers, and many programs refuse the file or cut it off there.',
  advice: 'Put quotes around values that hold the delimiter, and give every row as many cells as the header has.',
  messages: {
    longer: 'Line {{line}} has {{cells}} cells, and the header has {{width}}',
    delimiter: {
      text: 'Line {{line}} parts its {{width}} cells with {{delimiter}}, and the file parts them with {{expected}}',
      advice: 'Write all lines with {{expected}}.',
    },
    shorter: { text: 'Line {{line}} ends after {{cells}} of {{width}} cells', severity: 'minor', certainty: 'hint' },
  },
  *check({ model, facts, looked }) {
    const { width } = model;
    const { rows, ragged } = facts(tableCells);
    looked({ rows });
    if (width < 2 || ragged.length > rows * MOST) return;
    for (const { row, line, cells, delimiter } of ragged) {
      const messageId = delimiter === undefined ? (cells > width ? 'longer' : 'shorter') : 'delimiter';
      const parted = delimiter !== undefined && { delimiter: delimiterName(delimiter), expected: delimiterName(model.dialect.delimiter) };
      yield { messageId, data: { line, cells, width, ...parted }, at: tableCellAt(model, row, 0), group: messageId };
    }
  },
});

/** Where more rows differ, the first is no header but a title, or the file is no table. */
const MOST = 0.5;
