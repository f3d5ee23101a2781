import { defineRule, type Rule } from '@preflag/core';
import { tableCells } from '../../../facts/table-cells.ts';
import { tableCellAt } from '../../../table-place.ts';

/**
 * Compares every row of a csv with its first one.
 * Does not catch: rows that were shifted and kept their number of cells.
 * Known false alarms: files with several tables or a title above the header. Programs that leave empty cells at the end out make rows shorter,
 * which is a hint.
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
    shorter: { text: 'Line {{line}} ends after {{cells}} of {{width}} cells', severity: 'minor', certainty: 'hint' },
  },
  *check({ model, facts, looked }) {
    const { width } = model;
    const { rows, ragged } = facts(tableCells);
    looked({ rows });
    if (width < 2 || ragged.length > rows * MOST) return;
    for (const { row, line, cells } of ragged)
      yield {
        messageId: cells > width ? 'longer' : 'shorter',
        data: { line, cells, width },
        at: tableCellAt(model, row, 0),
        group: cells > width ? 'longer' : 'shorter',
      };
  },
});

/** Where more rows differ, the first is no header but a title, or the file is no table. */
const MOST = 0.5;
