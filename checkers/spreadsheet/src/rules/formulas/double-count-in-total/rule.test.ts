import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { BLOCKS, doubleCountInTotalPlant } from './plant.ts';
import { doubleCountInTotal } from './rule.ts';

const ending = async (...rows: SheetSpec): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: [...BLOCKS.slice(0, 7), ...rows] }) },
});

testRule(doubleCountInTotal, {
  plant: doubleCountInTotalPlant,
  valid: [
    { name: 'a block only', example: () => ending(['x', { formula: 'SUM(B5:B6)', result: 235 }]) },
    { name: 'a result of other cells', example: () => ending(['x', { formula: 'SUM(B2:B7)', result: 1745.5 }]) },
    { name: 'subtotals only', example: () => ending(['x', { formula: 'SUM(B7:B7)', result: 235 }]) },
    { name: 'half of everything', example: () => ending(['x', { formula: 'SUM(B2:B7)/2', result: 1745.5 }]) },
  ],
  invalid: [
    {
      name: 'one block and its subtotal',
      example: () => ending(['x', { formula: 'SUM(B2:B4)', result: 3021 }]),
      findings: [
        {
          messageId: 'twice',
          message: 'The total SUM(B2:B4) in B8 counts B2:B3 twice: they are in it, and so is their sum in B4',
          at: { kind: 'cell', range: 'B8' },
        },
      ],
    },
  ],
});
