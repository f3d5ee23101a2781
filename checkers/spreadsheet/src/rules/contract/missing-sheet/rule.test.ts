import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { missingSheetPlant } from './plant.ts';
import { missingSheet } from './rule.ts';

const job = (...sheets: unknown[]): { deliverables: object[] } => ({ deliverables: [{ path: 'a.xlsx', sheets }] });

testRule(missingSheet, {
  plant: missingSheetPlant,
  valid: [
    { name: 'other case', example: async () => ({ files: { 'a.xlsx': await workbookOf({ SUMMARY: [['a']] }) }, job: job('Summary') }) },
    {
      name: 'extra sheets are allowed',
      example: async () => ({ files: { 'a.xlsx': await workbookOf({ Summary: [['a']], Notes: [['b']] }) }, job: job('Summary') }),
    },
    {
      name: 'every sheet, and an optional one',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ Summary: [['a']] }) },
        job: job('Summary', { name: '*', columns: ['a'] }, { name: 'Extra', optional: true }),
      }),
    },
    {
      name: 'nothing was asked',
      example: async () => ({ files: { 'a.xlsx': await workbookOf({ Sheet1: [['a']] }) }, job: { deliverables: [{ path: 'a.xlsx' }] } }),
    },
  ],
  invalid: [
    {
      name: 'two sheets',
      example: async () => ({ files: { 'a.xlsx': await workbookOf({ Sheet1: [['a']] }) }, job: job('Summary', 'Detail') }),
      findings: [
        { messageId: 'missing', message: "The sheet 'Summary' is not there; the workbook has 'Sheet1'" },
        { messageId: 'missing' },
      ],
    },
  ],
});
