import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { formulaCells } from '../../../facts/formula-cells.ts';

/**
 * A program that writes formulas and never calculates leaves them without results.
 * Does not catch: results that are there and out of date.
 * Known false alarms: none in what it says, which the bytes show. Desktop programs calculate on opening where the file may be edited, and then show values.
 */
export const formulaWithoutCachedValue: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/formula-without-cached-value',
  title: 'Formulas were never calculated',
  severity: 'important',
  certainty: 'certain',
  reads: 'workbook',
  facts: [formulaCells],
  why: 'Previews, phones, protected view and programs that read the file show blank cells, and nobody has seen whether the formulas work.',
  advice: 'Calculate the workbook before it is delivered: open and save it in a spreadsheet program, or let one do so without a screen.',
  messages: {
    one: "A formula of the sheet '{{sheet}}' holds no value: the file was written without calculating it",
    some: "{{count}} of the {{formulas}} formulas on the sheet '{{sheet}}' hold no value: the file was written without calculating them",
  },
  *check({ model, facts, looked }) {
    for (const sheet of model.sheets) looked({ formulas: sheet.formulaCount });
    for (const { sheet, row, column, count } of facts(formulaCells).uncached)
      yield {
        messageId: count === 1 ? 'one' : 'some',
        data: { sheet: sheet.name, count, formulas: sheet.formulaCount },
        at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) },
        key: sheet.name,
      };
  },
});
