import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { totalTakesInHeadingPlant } from './plant.ts';
import { totalTakesInHeading } from './rule.ts';

const workbook = async (...rows: SheetSpec): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: rows }) },
});

testRule(totalTakesInHeading, {
  plant: totalTakesInHeadingPlant,
  valid: [
    {
      name: 'a list without a header',
      example: () => workbook(['Rent', 12], ['Power', 31], ['Post', 8], ['Total', { formula: 'SUM(B1:B3)', result: 51 }]),
    },
    {
      name: 'a range from the heading to the blank row above the total',
      example: () => workbook(['Costs', null], ['Rent', 12], [null, null], ['Total', { formula: 'SUM(B1:B3)', result: 12 }]),
    },
    {
      name: 'a line without a number in one of the columns',
      example: () =>
        workbook(
          ['Rent', null, 3],
          ['Power', 31, 4],
          ['Total', { formula: 'SUM(B1:B2)', result: 31 }, { formula: 'SUM(C1:C2)', result: 7 }],
        ),
    },
  ],
  invalid: [
    {
      name: 'years that are added up',
      example: () =>
        workbook(
          ['Item', 2024, 2025],
          ['Rent', 12, 13],
          ['Power', 31, 30],
          ['Total', { formula: 'SUM(B1:B3)', result: 2067 }, { formula: 'SUM(C1:C3)', result: 2068 }],
        ),
      findings: [
        {
          messageId: 'number',
          at: { kind: 'cell', range: 'B4:C4' },
          message: 'The total SUM(B1:B3) in B4 begins at row 1, the header, and adds up the 2024 that is written there',
          certainty: 'likely',
        },
      ],
    },
    {
      name: 'a total of one column',
      example: () => workbook(['Running costs', null], ['Rent', 12], ['Power', 31], ['Total', { formula: 'SUM(B1:B3)', result: 43 }]),
      findings: [
        {
          messageId: 'heading',
          at: { kind: 'cell', range: 'B4' },
          message: 'The total SUM(B1:B3) in B4 begins at row 1, which holds the heading "Running costs" and no numbers',
          certainty: 'hint',
        },
      ],
    },
  ],
});
