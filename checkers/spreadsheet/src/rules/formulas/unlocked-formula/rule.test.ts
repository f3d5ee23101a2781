import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { unlockedFormulaPlant } from './plant.ts';
import { unlockedFormula } from './rule.ts';

const sheet = async (isProtected: boolean, formula = 'A1*2'): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: {
    'a.xlsx': await workbookOf({ S: [[1, { formula, result: 2 }]] }, (workbook) => {
      const made = workbook.getWorksheet('S')!;
      made.getCell('B1').protection = { locked: false };
      if (isProtected) Object.assign(made, { sheetProtection: { sheet: true } });
    }),
  },
});

testRule(unlockedFormula, {
  plant: unlockedFormulaPlant,
  valid: [
    { name: 'a sheet that is not protected', example: () => sheet(false) },
    { name: 'a calculation that was typed in for a number', example: () => sheet(true, '215*12') },
  ],
  invalid: [
    {
      name: 'no formula is locked',
      example: () => sheet(true),
      findings: [
        {
          messageId: 'all',
          certainty: 'hint',
          message: "The sheet 'S' is protected, but not its formulas, such as =A1*2 in B1: anybody may type over them",
        },
      ],
    },
  ],
});
