import { defineRule, type Rule } from '@preflag/core';
import { updateDiff } from '../../../facts/update-diff.ts';
import { isAllowedRow } from '../../../scope.ts';

/**
 * Pairs rows by the job's key; without one by a column that identifies rows by its name and values, else by order.
 * Does not catch: a row that was lost and replaced by another with the same key; rows of small tables beside the sheet's largest.
 * Known false alarms: updates that were meant to remove rows and whose job does not say so; these findings are only likely.
 */
export const rowLost: Rule<'update'> = defineRule({
  id: 'data-update/row-lost',
  title: 'A row of the file before is gone',
  severity: 'critical',
  certainty: 'certain',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  demands: ['update'],
  why: 'Data that the client had is lost, and totals over it are wrong.',
  advice: 'Put the row back as it was.',
  messages: {
    lost: "The row '{{key}}' is gone",
    unasked: { text: "The row '{{key}}' of the file before is not in this one", certainty: 'likely' },
    sheet: "The sheet '{{sheet}}' is gone, with all of its rows",
  },
  *check({ model, facts, deliverable, looked }) {
    const { sheets, sheetsLost } = facts(updateDiff);
    const update = deliverable?.update;
    for (const diff of sheets) {
      looked({ rows: diff.rows.length + diff.lost.length });
      // Only where the job says what may change is a missing row wrong for certain; rows paired by order are paired by guess.
      const isCertain = update?.allow !== undefined && diff.pairing === 'key';
      for (const mark of diff.lost) {
        if (update && isAllowedRow(update, diff, mark, 'remove')) continue;
        yield {
          messageId: isCertain ? 'lost' : 'unasked',
          data: { key: mark.key },
          at: { kind: 'row', sheet: diff.name, key: mark.key },
          related: [
            {
              file: model.beforeFile,
              at: { kind: 'row', sheet: diff.name, key: mark.key },
              label: `row ${mark.row + 1} of '${diff.before.name}' in the file before`,
            },
          ],
          group: `${diff.name} lost`,
        };
      }
    }
    for (const sheet of sheetsLost) yield { messageId: 'sheet', data: { sheet }, at: { kind: 'file' }, key: sheet };
  },
});
