import { defineRule, type Rule } from '@preflag/core';
import { updateDiff } from '../../../facts/update-diff.ts';

/**
 * Looks at columns with headers, on sheets whose rows a key pairs. Columns that are gone or renamed are data-update/column-lost.
 * Does not catch: sheets without a key.
 * Known false alarms: layouts that were to be changed.
 */
export const columnOrderChanged: Rule<'update'> = defineRule({
  id: 'data-update/column-order-changed',
  title: 'The columns stand in another order',
  severity: 'minor',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Imports and lookups that count columns take the values of another one.',
  advice: 'Put the columns in the order in which they were: {{expected}}.',
  messages: { order: "The column '{{column}}' of '{{sheet}}' stands in another place; the order was {{expected}}" },
  *check({ facts, looked }) {
    for (const diff of facts(updateDiff).sheets) {
      if (diff.pairing === 'order') continue;
      looked({ columns: diff.columns.length });
      const inOrder = diff.columns.toSorted((a, b) => a.before - b.before);
      const moved = inOrder.find(({ after }, index) => index > 0 && after < (inOrder[index - 1]?.after ?? 0));
      if (!moved) continue;
      yield {
        messageId: 'order',
        data: { column: moved.name, sheet: diff.name, expected: inOrder.map(({ name }) => name).join(', ') },
        at: { kind: 'column', sheet: diff.name, name: moved.name },
        key: `order of columns of ${diff.name}`,
      };
    }
  },
});
