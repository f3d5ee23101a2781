import { defineRule, type Rule } from '@preflag/core';
import { recalculation } from '../../../facts/recalculation.ts';
import { wrongResults } from '../../../facts/wrong-results.ts';
import { wrongResultProblem } from '../../../recalculate/wrong-result-problem.ts';

/**
 * Computes every formula anew from the values that were typed in, and compares with the values that the file holds. One finding for
 * formulas that are alike and where the difference begins; those that only use them are counted.
 * Does not catch: differences that the number format hides, or of less than 1e-9; formulas that are not recalculated (see the outcome:
 * functions that the engine lacks or computes in another way, volatile ones, other files, array formulas, tables by name, and all that use these).
 * Known false alarms: workbooks that compute with the precision as displayed or by the rules of Lotus 1-2-3. Functions
 * that few real formulas have shown to agree are only likely.
 */
export const staleCachedValue: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/stale-cached-value',
  title: 'A formula shows an old result',
  severity: 'important',
  certainty: 'certain',
  reads: 'workbook',
  facts: [recalculation, wrongResults],
  why: 'The numbers that previews, phones and programs show do not follow from the inputs, and change before the eyes of who opens the file to edit it.',
  advice: 'Calculate the workbook after the last change and save it, then look at the results that changed.',
  messages: {
    one: 'The cell shows {{found}}, but its formula ={{formula}} gives {{expected}}{{more}}',
    some: '{{alike}} cells with formulas like ={{formula}} show old results: this one shows {{found}} and should show {{expected}}{{more}}',
    maybeOne: {
      text: 'The cell shows {{found}}, but its formula ={{formula}} seems to give {{expected}}{{more}}',
      certainty: 'likely',
    },
    maybeSome: {
      text: '{{alike}} cells with formulas like ={{formula}} probably show old results: this one shows {{found}} and seems to give {{expected}}{{more}}',
      certainty: 'likely',
    },
  },
  *check({ model, facts, looked, notChecked }) {
    const { computed, left } = facts(recalculation);
    looked({ formulas: computed });
    if (left) notChecked(left.code, left.text);
    for (const wrong of facts(wrongResults).stale) yield wrongResultProblem(model, facts(recalculation), wrong);
  },
});
