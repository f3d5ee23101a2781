import { defineRule, type Rule } from '@preflag/core';
import { movedRows } from '../../../diff/moved-rows.ts';
import { updateDiff } from '../../../facts/update-diff.ts';

/**
 * Looks at rows that a key pairs.
 * Does not catch: rows that are paired by their order, since these cannot be out of it.
 * Known false alarms: lists that were to be sorted anew; the order often does not matter, so that this is only a hint.
 */
export const rowOrderChanged: Rule<'update'> = defineRule({
  id: 'data-update/row-order-changed',
  title: 'The rows stand in another order',
  severity: 'minor',
  certainty: 'hint',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'The client does not find what was changed, and formulas that count on the order return other values.',
  advice: 'Put the rows of {{sheet}} in the order in which they were, unless another one was asked for.',
  messages: { order: "{{count}} of {{rows}} rows of '{{sheet}}' stand in another order than before, beginning with '{{key}}'" },
  *check({ facts, looked }) {
    for (const diff of facts(updateDiff).sheets) {
      if (diff.pairing === 'order' || diff.rows.length < 2) continue;
      looked({ rows: diff.rows.length });
      const moved = movedRows(diff);
      const [first] = moved;
      if (!first) continue;
      yield {
        messageId: 'order',
        data: { count: moved.length, rows: diff.rows.length, sheet: diff.name, key: first.key },
        at: { kind: 'row', sheet: diff.name, key: first.key },
        key: `order of ${diff.name}`,
      };
    }
  },
});
