import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { controlTotalMismatchPlant } from './plant.ts';
import { controlTotalMismatch } from './rule.ts';

const SMALL: SheetSpec = [['Item', 'Cost'], ...Array.from({ length: 40 }, (_, index): readonly [string, number] => [`Item ${index}`, 0.1])];
const job = (total: object, path = 'a.xlsx'): { deliverables: object[] } => ({
  deliverables: [{ path, controlTotals: [{ label: 'Cost', ...total }] }],
});
const csvJob = job({ detail: { column: 'Cost' }, total: { column: 'Cost', row: 'Total' } }, 'a.csv');

testRule(controlTotalMismatch, {
  plant: controlTotalMismatchPlant,
  valid: [
    {
      name: 'binary fractions',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ Costs: [...SMALL, ['Total', 4]] }) },
        job: job({ detail: { column: 'Cost' }, total: { column: 'Cost', row: 'Total' } }),
      }),
    },
    {
      name: 'addresses',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ 'My Costs': [...SMALL, ['Total', 4]] }) },
        job: job({ detail: "'My Costs'!B2:B41", total: "'My Costs'!B42" }),
      }),
    },
    {
      name: 'a header with a unit, which the job leaves out',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ Costs: [['Item', 'Cost (EUR)'], ...SMALL.slice(1), ['Total', 4]] }) },
        job: job({ detail: { column: 'Cost' }, total: { column: 'Cost', row: 'Total' } }),
      }),
    },
    {
      name: 'within the tolerance',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ Costs: [...SMALL, ['Total', 4.4]] }) },
        job: job({ detail: { column: 'Cost' }, total: { column: 'Cost', row: 'Total' }, tolerance: 0.5 }),
      }),
    },
    {
      name: 'no cached value: not checked',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ Costs: [...SMALL, ['Total', { formula: 'SUM(B2:B41)' }]] }) },
        job: job({ detail: { column: 'Cost' }, total: { column: 'Cost', row: 'Total' } }),
      }),
    },
    {
      name: 'a csv with decimal commas and thousands',
      example: { files: { 'a.csv': 'Costs 2024\n\nItem;Cost\nRent;1.200,50\nPower;99,5\nWater;\nTotal;1300,00\n' }, job: csvJob },
    },
  ],
  invalid: [
    {
      name: 'a wrong total in a csv',
      example: { files: { 'a.csv': 'Item,Cost\nRent,1200.50\nPower,99.5\nTotal,1310\n' }, job: csvJob },
      findings: [
        {
          messageId: 'mismatch',
          message: "The total of 'Cost' is 1,310, and its details sum up to 1,300 (difference 10)",
          at: { kind: 'cell', range: 'B4' },
        },
      ],
    },
    {
      name: 'the total is text',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ Costs: [...SMALL, ['Total', 'see note']] }) },
        job: job({ detail: { column: 'Cost' }, total: { column: 'Cost', row: 'Total' } }),
      }),
      findings: [{ messageId: 'text', at: { kind: 'cell', sheet: 'Costs', range: 'B42' } }],
    },
    {
      name: 'there is no such row',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ Costs: SMALL }) },
        job: job({ detail: { column: 'Cost' }, total: { column: 'Cost', row: 'Total' } }),
      }),
      findings: [{ messageId: 'unfound', message: "The total of 'Cost' cannot be compared: the row 'Total' under 'Cost' is not there" }],
    },
    {
      name: 'a wrong total',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ Costs: [...SMALL, ['Total', 4.3]] }) },
        job: job({ detail: { column: 'Cost' }, total: { column: 'Cost', row: 'Total' } }),
      }),
      findings: [{ messageId: 'mismatch', message: "The total of 'Cost' is 4.3, and its details sum up to 4 (difference 0.3)" }],
    },
  ],
});
