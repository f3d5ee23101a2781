import { columnName, defineRule, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { updateDiff } from '../../../facts/update-diff.ts';
import { sheetPairs } from '../../../sheet-pairs.ts';

/**
 * Compares each sheet with itself before, and hidden columns by their place. Hidden rows are counted, since rows move.
 * Does not catch: single rows that were exchanged for others.
 * Known false alarms: filters that were set on purpose; rows count only where all of them came out, or all went in.
 */
export const hiddenStateChanged: Rule<'update'> = defineRule({
  id: 'data-update/hidden-state-changed',
  title: 'Something was hidden or shown that was not before',
  severity: 'minor',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'What was hidden from readers is shown to them, or data that they need is out of sight.',
  advice: 'Put back what is hidden and what is shown, unless the change was asked for.',
  messages: {
    sheetShown: "The sheet '{{sheet}}' was hidden and is shown now",
    sheetHidden: "The sheet '{{sheet}}' was shown and is hidden now",
    columnShown: "The column {{column}} of '{{sheet}}' was hidden and is shown now",
    columnHidden: "The column {{column}} of '{{sheet}}' was shown and is hidden now",
    rowsShown: "{{count}} rows of '{{sheet}}' were hidden and are shown now",
    rowsHidden: "{{count}} rows of '{{sheet}}' are hidden, and none was before",
  },
  *check({ model, facts, looked }) {
    for (const { before, after } of sheetPairs(model, facts(updateDiff))) {
      looked({ sheets: 1 });
      const sheet = after.name;
      if ((before.state === 'visible') !== (after.state === 'visible'))
        yield {
          messageId: after.state === 'visible' ? 'sheetShown' : 'sheetHidden',
          data: { sheet },
          at: { kind: 'file' },
          key: `sheet ${before.name}`,
        };
      const [was, is] = [hiddenColumns(before), hiddenColumns(after)];
      // Columns compare by their place only where none came or went.
      if (before.columnCount === after.columnCount)
        for (let column = 0; column < after.columnCount; column += 1)
          if (was.has(column) !== is.has(column))
            yield {
              messageId: is.has(column) ? 'columnHidden' : 'columnShown',
              data: { column: columnName(column), sheet },
              at: { kind: 'file' },
              key: `column ${before.name} ${columnName(column)}`,
              group: `columns of ${sheet}`,
            };
      const [rowsBefore, rowsAfter] = [hiddenRows(before), hiddenRows(after)];
      if (rowsBefore === 0 ? rowsAfter > 0 : rowsAfter === 0)
        yield {
          messageId: rowsAfter === 0 ? 'rowsShown' : 'rowsHidden',
          data: { count: Math.max(rowsBefore, rowsAfter), sheet },
          at: { kind: 'file' },
          key: `rows ${before.name}`,
        };
    }
  },
});

/** Those that are hidden, as far as the sheet holds cells. */
function hiddenColumns({ parts, columnCount }: Sheet): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const { first, last, hidden: isHidden } of parts.columns)
    if (isHidden) for (let column = first; column <= Math.min(last, columnCount - 1); column += 1) hidden.add(column);
  return hidden;
}

function hiddenRows({ parts, rowCount }: Sheet): number {
  return parts.hiddenRows.reduce((sum, { first, last }) => sum + Math.max(0, Math.min(last, rowCount - 1) - first + 1), 0);
}
