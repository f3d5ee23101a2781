import { defineRule, type Rule } from '@preflag/core';
import { recalculation } from '../../../facts/recalculation.ts';
import { wrongResults } from '../../../facts/wrong-results.ts';
import { wrongResultProblem } from '../../../recalculate/wrong-result-problem.ts';

/**
 * Computes every formula anew: an error where the file holds a value, or holds none, is what the client meets on opening it.
 * One finding for formulas that are alike and where the errors begin; those that only use them are counted.
 * Does not catch: errors that the file holds already (`error-value`), and formulas that are not recalculated.
 * Known false alarms: `=NA()`, which charts use for gaps, is left out; functions that few real formulas have shown to agree are only likely.
 */
export const errorOnRecalculation: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/error-on-recalculation',
  title: 'A formula gives an error when it is calculated',
  severity: 'critical',
  certainty: 'certain',
  reads: 'workbook',
  facts: [recalculation, wrongResults],
  why: 'The client opens the file, the program calculates it, and errors stand where results should be.',
  advice: 'Mend the formula or its inputs, then calculate the workbook and save it.',
  messages: {
    one: 'The formula ={{formula}} gives {{expected}} when it is calculated{{more}}',
    some: '{{alike}} formulas like ={{formula}} give {{expected}} when they are calculated{{more}}',
    maybeOne: {
      text: 'The formula ={{formula}} seems to give {{expected}} when it is calculated{{more}}',
      certainty: 'likely',
    },
    maybeSome: {
      text: '{{alike}} formulas like ={{formula}} seem to give {{expected}} when they are calculated{{more}}',
      certainty: 'likely',
    },
  },
  *check({ model, facts, looked, notChecked }) {
    const { computed, left } = facts(recalculation);
    looked({ formulas: computed });
    if (left) notChecked(left.code, left.text);
    for (const wrong of facts(wrongResults).failing) {
      const formula = model.sheets[wrong.sheet]?.formula(wrong.row, wrong.column) ?? '';
      if (!/^\s*NA\(\)\s*$/i.test(formula)) yield wrongResultProblem(model, facts(recalculation), wrong);
    }
  },
});
