import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { ORDERS } from '../../formulas/inconsistent-formula/plant.ts';
import { mergedCellsInDataPlant } from './plant.ts';
import { mergedCellsInData } from './rule.ts';

testRule(mergedCellsInData, {
  plant: mergedCellsInDataPlant,
  valid: [
    {
      name: 'a merged title above',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({ S: [['Orders of March'], [], ...ORDERS] }, (workbook) =>
            workbook.getWorksheet('S')!.mergeCells('A1:D1'),
          ),
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'one finding for a table',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({ S: ORDERS }, (workbook) => {
            workbook.getWorksheet('S')!.mergeCells('A2:A3');
            workbook.getWorksheet('S')!.mergeCells('B5:B6');
          }),
        },
      }),
      findings: [{ messageId: 'merged', message: "2 ranges of merged cells are among the data of 'S', the first in A2:A3" }],
    },
  ],
});
