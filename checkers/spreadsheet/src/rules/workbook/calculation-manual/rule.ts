import { defineRule, type Rule } from '@preflag/core';

/**
 * Does not catch: programs that were set to calculate by hand when the file is opened, which the first file that they open decides.
 * Known false alarms: very large models that are calculated by hand on purpose.
 */
export const calculationManual: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/calculation-manual',
  title: 'The workbook does not calculate by itself',
  severity: 'important',
  certainty: 'certain',
  reads: 'workbook',
  why: 'When the client changes a number the results stay as they were, and other workbooks that are opened after this one stop calculating too.',
  advice: 'Set the calculation to automatic, calculate once, and save.',
  messages: { manual: 'The calculation of the workbook is set to manual, so that its {{formulas}} formulas do not follow their inputs' },
  *check({ model, looked }) {
    const formulas = model.sheets.reduce((sum, sheet) => sum + sheet.formulaCount, 0);
    if (formulas === 0) return;
    looked({ formulas });
    if (model.calculation.mode === 'manual') yield { messageId: 'manual', data: { formulas }, at: { kind: 'file' } };
  },
});
