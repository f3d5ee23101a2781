import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { unlockedFormulas } from '../../../facts/unlocked-formulas.ts';

/**
 * Looks at sheets that are protected.
 * Does not catch: sheets that should be protected, and ranges that only some people may edit.
 * Known false alarms: suggestions that may be typed over; a sheet whose formulas are all unlocked is only a hint.
 */
export const unlockedFormula: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/unlocked-formula',
  title: 'A formula on a protected sheet is not locked',
  severity: 'minor',
  certainty: 'likely',
  reads: 'workbook',
  facts: [unlockedFormulas],
  why: 'The protection looks as if it kept the formulas, and whoever fills in the sheet can type over them unnoticed.',
  advice: 'Lock the cells with formulas, and leave only those for input unlocked.',
  messages: {
    some: "The sheet '{{sheet}}' is protected, but not all of its formulas: {{count}} of {{formulas}} are unlocked, such as ={{formula}} in {{cell}}",
    all: {
      text: "The sheet '{{sheet}}' is protected, but not its formulas, such as ={{formula}} in {{cell}}: anybody may type over them",
      certainty: 'hint',
    },
  },
  *check({ model, facts, looked }) {
    for (const sheet of model.sheets) if (sheet.parts.isProtected && sheet.formulaCount > 0) looked({ formulas: sheet.formulaCount });
    for (const { sheet, row, column, count } of facts(unlockedFormulas)) {
      const cell = cellAddress(row, column);
      yield {
        messageId: count === sheet.formulaCount ? 'all' : 'some',
        data: { sheet: sheet.name, count, formulas: sheet.formulaCount, formula: sheet.formula(row, column) ?? '', cell },
        at: { kind: 'cell', sheet: sheet.name, range: cell },
        key: `unlocked on ${sheet.name}`,
      };
    }
  },
});
