import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { fallbackFormulas } from '../../../facts/fallback-formulas.ts';

/**
 * Looks at rows and columns of one formula IFERROR(…, constant) of which every cell shows the constant.
 * Does not catch: regions where some cells work, and IFERROR inside of other formulas.
 * Known false alarms: templates that wait for input, and results that are truly the constant.
 */
export const iferrorHidesErrors: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/iferror-hides-errors',
  title: 'Formulas hide their errors and show nothing else',
  severity: 'minor',
  certainty: 'hint',
  reads: 'workbook',
  facts: [fallbackFormulas],
  why: 'Where every cell falls back the formula inside probably fails throughout, and the client sees blanks or zeros for results.',
  advice: 'Look at one of them without IFERROR, and mend what is inside.',
  messages: { all: "All {{count}} cells of ={{formula}} show '{{fallback}}', which they do where the formula inside fails" },
  *check({ facts, looked }) {
    for (const { sheet, row, column, fallback, count, fallen } of facts(fallbackFormulas)) {
      looked({ formulas: count });
      if (count < FEWEST || fallen < count) continue;
      yield {
        messageId: 'all',
        data: { count, formula: sheet.formula(row, column) ?? '', fallback },
        at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) },
        group: sheet.name,
      };
    }
  },
});

const FEWEST = 5;
