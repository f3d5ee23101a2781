import { defineRule, type Rule, type UpdateExpectation } from '@preflag/core';
import { updateDiff } from '../../../facts/update-diff.ts';
import { placeOfChange } from '../../../place-of-change.ts';
import { isAllowedChange, isAllowedRow } from '../../../scope.ts';

/**
 * Does not catch: changes of formats, widths, charts and the like; rows that are gone (see data-update/row-lost).
 * Known false alarms: rows that no key pairs are paired by order, and an inserted row that equals none can shift what is compared; name a key.
 */
export const changedOutsideScope: Rule<'update', unknown, UpdateExpectation> = defineRule<'update', unknown, UpdateExpectation>({
  id: 'data-update/changed-outside-scope',
  title: 'Something was changed that was to stay as it is',
  severity: 'critical',
  certainty: 'certain',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  demands: ['update.allow'],
  why: 'The client asked for one change and gets others with it, which nobody will look for.',
  advice: 'Put it back to what it was before, and change only what was asked.',
  messages: {
    cell: "'{{column}}' of '{{key}}' was '{{expected}}' and is now '{{found}}'",
    row: "The row '{{key}}' was added, and the job does not allow it",
    columnLost: "The column '{{column}}' is gone from '{{sheet}}'",
    columnAdded: "The column '{{column}}' was added to '{{sheet}}'",
    sheetAdded: "The sheet '{{sheet}}' was added",
    sheetRenamed: "The sheet '{{expected}}' is now called '{{found}}'",
  },
  asks: ({ update }) => (update?.allow ? update : undefined),
  *check({ model, asked, facts, looked }) {
    const { sheets, sheetsAdded, sheetsRenamed, changes, cells } = facts(updateDiff);
    looked({ cells });
    for (const change of changes) {
      // A formula that was not touched, though it should have been, is data-update/formula-not-shifted.
      if (change.isNotShifted || isAllowedChange(asked, change)) continue;
      const { row, column, from, to } = change;
      yield {
        messageId: 'cell',
        data: { column: column.name, key: row.key, expected: from, found: to },
        ...placeOfChange(model, change),
      };
    }
    const at = { kind: 'file' } as const;
    for (const diff of sheets) {
      const isWholeSheetFree = asked.allow?.some(
        ({ sheet, columns, where, rows }) =>
          !columns && !where && !rows && (sheet === undefined || sheet.toLowerCase() === diff.name.toLowerCase()),
      );
      for (const mark of diff.added) {
        if (isWholeSheetFree || isAllowedRow(asked, diff, mark, 'add')) continue;
        yield {
          messageId: 'row',
          data: { key: mark.key },
          at: { kind: 'row', sheet: diff.name, key: mark.key },
          group: `${diff.name} added`,
          key: `${diff.name} ${mark.key}`,
        };
      }
      for (const column of diff.columnsLost)
        if (!isWholeSheetFree) yield { messageId: 'columnLost', data: { column, sheet: diff.name }, at, key: `${diff.name} ${column}` };
      for (const column of diff.columnsAdded) {
        const isAllowed = isWholeSheetFree || asked.allow?.some(({ columns }) => columns?.includes(column));
        if (!isAllowed)
          yield {
            messageId: 'columnAdded',
            data: { column, sheet: diff.name },
            at: { kind: 'column', sheet: diff.name, name: column },
            key: `${diff.name} ${column}`,
          };
      }
    }
    for (const { from, to } of sheetsRenamed)
      yield { messageId: 'sheetRenamed', data: { expected: from, found: to }, at, key: `name of ${from}` };
    for (const sheet of sheetsAdded)
      if (!asked.allow?.some((scope) => scope.sheet?.toLowerCase() === sheet.toLowerCase()))
        yield { messageId: 'sheetAdded', data: { sheet }, at, key: sheet };
  },
});
