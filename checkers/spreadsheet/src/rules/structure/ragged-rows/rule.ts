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
    longer: 'Line {{line}} has {{cells}} cells, and {{others}} {{width}}',
    most: {
      text: '{{count}} of {{rows}} rows have {{cells}} cells, and {{others}} {{width}}',
      advice: 'Give every column a header, and every row as many cells.',
    },
    delimiter: {
      text: 'Line {{line}} parts its {{width}} cells with {{delimiter}}, and the file parts them with {{expected}}',
      advice: 'Write all lines with {{expected}}.',
    },
    shorter: { text: 'Line {{line}} ends after {{cells}} of {{width}} cells', severity: 'minor', certainty: 'hint' },
  },
  *check({ model, facts, looked }) {
    const { width } = model;
    const { rows, ragged, raggedBy } = facts(tableCells);
    looked({ rows });
    if (width < 2) return;
    const others = model.headerRow < 0 ? 'most rows have' : 'the header has';
    const [cells, count] = [...raggedBy].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0]);
    if (count >= FEWEST && count > rows / 2) {
      yield {
        messageId: 'most',
        data: { count, rows, cells, others, width },
        at: tableCellAt(model, Math.max(model.headerRow, 0), 0),
        key: 'most',
      };
      return;
    }
    for (const { row, line, cells: own, delimiter } of ragged) {
      const messageId = delimiter === undefined ? (own > width ? 'longer' : 'shorter') : 'delimiter';
      const parted = delimiter !== undefined && { delimiter: delimiterName(delimiter), expected: delimiterName(model.dialect.delimiter) };
      yield { messageId, data: { line, cells: own, width, others, ...parted }, at: tableCellAt(model, row, 0), group: messageId };
    }
  },
});

/** So many rows of one other length say that the header is short, and not the rows wrong. */
const FEWEST = 3;
