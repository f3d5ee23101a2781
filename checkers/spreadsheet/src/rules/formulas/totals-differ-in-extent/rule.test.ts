import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { quarters, totalsDifferInExtentPlant } from './plant.ts';
import { totalsDifferInExtent } from './rule.ts';

const workbook = async (sheet: SheetSpec): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: sheet }) },
});

testRule(totalsDifferInExtent, {
  plant: totalsDifferInExtentPlant,
  valid: [
    {
      name: 'totals over nothing beside one over numbers',
      example: () =>
        workbook([
          ['Begin', null, 1],
          ['Add', null, 2],
          ['More', 5, 3],
          ['Total', { formula: 'SUM(B1:B2)', result: 0 }, { formula: 'SUM(C1:C3)', result: 6 }],
        ]),
    },
    {
      name: 'two kinds of columns in turn',
      example: () =>
        workbook(
          quarters([
            [2, 4],
            [2, 3],
            [2, 4],
            [2, 3],
            [2, 4],
            [2, 3],
          ]),
        ),
    },
    {
      name: 'totals of blocks that stand apart',
      example: () =>
        workbook([
          ['Paid', null, null, 'Owed'],
          [1, null, null, null],
          [2, null, null, 4],
          [{ formula: 'SUM(A2:A3)', result: 3 }, null, null, { formula: 'SUM(D3:D3)', result: 4 }],
        ]),
    },
    {
      name: 'a sum and an average',
      example: () =>
        workbook([
          [1, 2],
          [3, 4],
          [
            { formula: 'SUM(A1:A2)', result: 4 },
            { formula: 'AVERAGE(B2:B2)', result: 4 },
          ],
        ]),
    },
    {
      name: 'every column with rows of its own',
      example: () =>
        workbook([
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
          [
            { formula: 'SUM(A1:A3)', result: 12 },
            { formula: 'SUM(B2:B3)', result: 13 },
            { formula: 'SUM(C3:C3)', result: 9 },
          ],
        ]),
    },
  ],
  invalid: [
    {
      name: 'each ends with the numbers of its column',
      example: () =>
        workbook([
          ['Wins', 1, 3],
          ['Losses', 6, 6],
          ['Draws', 1, null],
          ['Total', { formula: 'SUM(B1:B3)', result: 8 }, { formula: 'SUM(C1:C2)', result: 9 }],
        ]),
      findings: [{ messageId: 'tight', at: { kind: 'cell', range: 'B4:C4' }, certainty: 'hint' }],
    },
    {
      name: 'one runs over a blank row',
      example: () =>
        workbook([
          ['Wins', 1, 3],
          ['Losses', 6, 6],
          [null, null, null],
          ['Total', { formula: 'SUM(B1:B3)', result: 7 }, { formula: 'SUM(C1:C2)', result: 9 }],
        ]),
      findings: [{ messageId: 'several', at: { kind: 'cell', range: 'B4:C4' }, certainty: 'likely' }],
    },
    {
      name: 'one of four: either side may be wrong',
      example: () =>
        workbook(
          quarters([
            [2, 4],
            [2, 4],
            [2, 3],
            [2, 4],
          ]),
        ),
      findings: [
        {
          messageId: 'several',
          at: { kind: 'cell', range: 'B5:E5' },
          message: 'The totals in B5:E5 do not run over the same rows: SUM(D2:D3) in D5, but SUM(C2:C4) in C5; they differ in row 4',
          certainty: 'likely',
        },
      ],
    },
  ],
});
