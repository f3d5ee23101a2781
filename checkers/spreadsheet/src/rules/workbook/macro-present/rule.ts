import { defineRule, type Rule } from '@preflag/core';

/**
 * Does not catch: what the program does, and programs outside of the workbook.
 * Known false alarms: jobs that ask for a program, and workbooks that had one before.
 */
export const macroPresent: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/macro-present',
  title: 'The workbook brings a program along',
  severity: 'minor',
  certainty: 'likely',
  reads: 'workbook',
  why: 'Mail filters and companies block workbooks with programs, and a client who opens one runs code that nobody has read.',
  advice: 'Deliver an xlsx with formulas and values; hand a program over apart, where one was asked for.',
  messages: { macro: 'The workbook holds a program (VBA)' },
  *check({ model, looked }) {
    looked({ files: 1 });
    if (model.hasMacros) yield { messageId: 'macro', at: { kind: 'file' } };
  },
});
