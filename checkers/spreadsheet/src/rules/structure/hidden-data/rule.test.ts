import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import type { Worksheet } from 'exceljs';
import { hiddenDataPlant } from './plant.ts';
import { hiddenData } from './rule.ts';

const hiding = async (edit: (sheet: Worksheet) => void): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: {
    'a.xlsx': await workbookOf(
      {
        S: [
          ['x', 1],
          ['y', 2],
          ['z', 3],
        ],
      },
      (workbook) => edit(workbook.getWorksheet('S')!),
    ),
  },
});

testRule(hiddenData, {
  plant: hiddenDataPlant,
  valid: [
    {
      name: 'columns and rows without values',
      example: () =>
        hiding((sheet) => {
          sheet.getColumn(9).hidden = true;
          sheet.getRow(9).hidden = true;
        }),
    },
    {
      name: 'a hidden sheet without cells',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ S: [['x']], T: [] }, (workbook) => void (workbook.getWorksheet('T')!.state = 'hidden')) },
      }),
    },
  ],
  invalid: [
    {
      name: 'columns and rows with values',
      example: () =>
        hiding((sheet) => {
          sheet.getColumn(2).hidden = true;
          sheet.getRow(3).hidden = true;
        }),
      findings: [
        { messageId: 'columns', message: "The sheet 'S' has hidden columns with values: B" },
        { messageId: 'rows', certainty: 'hint', message: "The sheet 'S' has hidden rows with values, the first of them row 3" },
      ],
    },
  ],
});
