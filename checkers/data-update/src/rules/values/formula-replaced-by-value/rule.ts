import { defineRule, type Rule } from '@preflag/core';
import { updateDiff } from '../../../facts/update-diff.ts';
import { isPairedForSure, placeOfChange } from '../../../place-of-change.ts';
import { isAllowedChange } from '../../../scope.ts';

/**
 * Looks at cells that held a formula before and hold a typed value now.
 * Does not catch: formulas that were replaced by other formulas, and cells that were emptied (see data-update/changed-outside-scope).
 * Known false alarms: updates that were to freeze results; where the job does not say what may change, the finding is only likely.
 */
export const formulaReplacedByValue: Rule<'update'> = defineRule({
  id: 'data-update/formula-replaced-by-value',
  title: 'A formula was replaced by a value',
  severity: 'critical',
  certainty: 'certain',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'The cell no longer follows its inputs, and shows an old result after the next change.',
  advice: 'Put the formula back: {{expected}}.',
  messages: {
    replaced: "'{{column}}' of '{{key}}' was the formula {{expected}} and is now the typed value {{found}}",
    unasked: {
      text: "'{{column}}' of '{{key}}' was the formula {{expected}} and is now the typed value {{found}}",
      certainty: 'likely',
    },
  },
  *check({ model, facts, deliverable, looked }) {
    const { pairs, changes } = facts(updateDiff);
    if (model.typed) for (const { before } of pairs) looked({ formulas: before.formulaCount });
    const update = deliverable?.update;
    for (const change of changes) {
      const { diff, row, column, from, to } = change;
      const isReplaced =
        diff.typed &&
        diff.before.formulaId(row.before, column.before) !== 0 &&
        diff.after.formulaId(row.after, column.after) === 0 &&
        diff.after.kind(row.after, column.after) !== 'blank' &&
        isPairedForSure(change);
      if (!isReplaced || (update && isAllowedChange(update, change))) continue;
      yield {
        messageId: update?.allow ? 'replaced' : 'unasked',
        data: { column: column.name, key: row.key, expected: from, found: to },
        ...placeOfChange(model, change),
      };
    }
  },
});
