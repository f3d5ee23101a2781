import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { staleCachedValuePlant } from './plant.ts';
import { staleCachedValue } from './rule.ts';

const file = (rows: SheetSpec, format?: string) => async (): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: {
    'a.xlsx': await workbookOf({ S: rows }, (workbook) => {
      if (format !== undefined) workbook.getWorksheet('S')!.getCell('B1').numFmt = format;
    }),
  },
});

testRule(staleCachedValue, {
  plant: staleCachedValuePlant,
  valid: [
    { name: 'noise in the last digits', example: file([[0.1, { formula: 'A1+0.2', result: 0.3 }]]) },
    { name: 'a difference that is not shown', example: file([[2.004, { formula: 'A1*1', result: 2 }]], '0.00') },
    { name: 'a percentage that is not shown in full', example: file([[0.123_45, { formula: 'A1*1', result: 0.123 }]], '0.0%') },
    {
      name: 'a moment that has passed',
      example: file([
        [1, { formula: 'TODAY()', result: 45_000 }],
        [1, { formula: 'B1+1', result: 9 }],
      ]),
    },
    { name: 'another file', example: file([[1, { formula: '[1]Sheet1!A1*A1', result: 45 }]]) },
    { name: 'a function that is not known', example: file([[1, { formula: 'MYFUNCTION(A1)', result: 45 }]]) },
    { name: 'a formula without a result', example: file([[1, { formula: 'A1+1' }]]) },
    { name: 'an error that was there', example: file([[1, { formula: 'A1/0', result: 5 }]]) },
    { name: 'text that is equal', example: file([['x', { formula: 'A1&"y"', result: 'xy' }]]) },
  ],
  invalid: [
    {
      name: 'a column of old results, and the total over it',
      example: file([
        [1, { formula: 'A1*2', result: 9 }],
        [2, { formula: 'A2*2', result: 4 }],
        [3, { formula: 'A3*2', result: 7 }],
        [null, { formula: 'SUM(B1:B3)', result: 20 }],
      ]),
      findings: [
        {
          messageId: 'some',
          at: { kind: 'cell', sheet: 'S', range: 'B1' },
          message:
            '2 cells with formulas like =A1*2 show old results: this one shows 9 and should show 2; a formula that uses it is wrong too',
          certainty: 'certain',
        },
      ],
    },
    {
      name: 'an old sum, and what uses it',
      example: file([
        [1, { formula: 'SUM(A1:A2)', result: 4 }],
        [2, { formula: 'B1*10', result: 40 }],
      ]),
      findings: [
        {
          messageId: 'one',
          at: { kind: 'cell', range: 'B1' },
          message: 'The cell shows 4, but its formula =SUM(A1:A2) gives 3; a formula that uses it is wrong too',
        },
      ],
    },
    {
      name: 'a difference that is shown',
      example: file([[2.006, { formula: 'A1*1', result: 2 }]], '0.00'),
      findings: [{ messageId: 'one', at: { kind: 'cell', range: 'B1' } }],
    },
    {
      name: 'text, by a function that few formulas have shown to agree',
      example: file([['x', { formula: 'UPPER(A1)', result: 'Y' }]]),
      findings: [
        {
          messageId: 'maybeOne',
          message: 'The cell shows Y, but its formula =UPPER(A1) seems to give X',
          certainty: 'likely',
        },
      ],
    },
  ],
});
