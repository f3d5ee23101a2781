import { defineRule, type Rule } from '@preflag/core';
import { tableCells } from '../../../facts/table-cells.ts';
import { tableCellAt, tableColumnName } from '../../../table-place.ts';

/**
 * Looks at words such as NULL, n/a, none, NaN, a dash or a question mark in the columns of a csv. Empty cells beside them are no other word.
 * Does not catch: words for missing values in other languages, and numbers such as -999.
 * Known false alarms: columns in which two of the words mean different things.
 */
export const mixedMissingValues: Rule<'table'> = defineRule({
  id: 'spreadsheet/mixed-missing-values',
  title: 'Missing values of a column are written in different ways',
  severity: 'minor',
  certainty: 'hint',
  reads: 'table',
  facts: [tableCells],
  why: 'Whoever filters for one of the words overlooks the others, and programs take them for values.',
  advice: "Leave the cells of '{{column}}' empty, or write one word in all of them.",
  messages: { mixed: "Missing values in '{{column}}' are written as {{words}}" },
  *check({ model, facts, looked }) {
    const { columns, rows } = facts(tableCells);
    looked({ rows });
    for (const [column, { missing }] of columns.entries()) {
      const [most, ...others] = [...missing].toSorted(([, a], [, b]) => b.count - a.count);
      const [first] = others;
      if (!most || !first) continue;
      const words = [most, ...others].map(([word, { count }]) => `'${word}' (${count.toLocaleString('en-US')})`);
      const name = tableColumnName(model, column);
      yield {
        messageId: 'mixed',
        data: { column: name, words: `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` },
        found: first[0],
        expected: most[0],
        at: tableCellAt(model, first[1].row, column),
        key: name,
      };
    }
  },
});
