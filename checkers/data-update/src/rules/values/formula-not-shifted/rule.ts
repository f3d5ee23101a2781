import { defineRule, type Rule } from '@preflag/core';
import { updateDiff } from '../../../facts/update-diff.ts';
import { placeOfChange } from '../../../place-of-change.ts';

/**
 * Looks at formulas that read just as before although the cells that they refer to stand elsewhere now: programs that insert or delete rows
 * of a file do not move references, as spreadsheets do.
 * Does not catch: whole columns and rows, names, and tables as references; formulas that were changed too (see data-update/changed-outside-scope).
 * Known false alarms: references to a place whatever stands there, such as the first row below a header.
 */
export const formulaNotShifted: Rule<'update'> = defineRule({
  id: 'data-update/formula-not-shifted',
  title: 'A formula did not follow its cells',
  severity: 'critical',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Rows or columns came or went and the formula still points at the old places, so that it computes with other cells.',
  advice: 'Let the formula refer to the cells that it did before: insert and delete rows in a way that moves references.',
  messages: {
    stale: "'{{column}}' of '{{key}}' still reads {{formula}}, though the cells that it refers to moved",
  },
  *check({ model, facts, looked }) {
    const { pairs, changes } = facts(updateDiff);
    if (model.typed) for (const { before } of pairs) looked({ formulas: before.formulaCount });
    for (const change of changes)
      if (change.isNotShifted)
        yield {
          messageId: 'stale',
          data: { column: change.column.name, key: change.row.key, formula: change.to },
          ...placeOfChange(model, change),
        };
  },
});
