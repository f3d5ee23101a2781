import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { formulaOfBlankCellsPlant } from './plant.ts';
import { formulaOfBlankCells } from './rule.ts';

const formula = async (text: string): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: {
    'a.xlsx': await workbookOf({
      S: [
        ['Item', 'Plan', 'Actual'],
        ['Pen', 2],
        ['Ink', 5],
        ['Total', { formula: 'SUM(B2:B3)', result: 7 }, { formula: text, result: 0 }],
      ],
      Empty: [],
    }),
  },
});

testRule(formulaOfBlankCells, {
  plant: formulaOfBlankCellsPlant,
  valid: [
    { name: 'a part is blank', example: () => formula('SUM(B2:C3)') },
    { name: 'something else is not', example: () => formula('SUM(C2:C3)+B2') },
    { name: 'formulas that hold no result yet', example: () => formula('SUM(B4:C4)*0+SUM(B4:B5)') },
    { name: 'a formula that was filled across, into a column that waits for input', example: () => formula('SUM(C2:C3)') },
    { name: 'a sheet that is empty throughout', example: () => formula('SUM(Empty!A1:A9)') },
    { name: 'a sheet of another file', example: () => formula('SUM([1]S!F1:F9)') },
  ],
  invalid: [
    {
      name: 'a form that waits for input',
      example: () => formula('AVERAGE(C2:C3)'),
      findings: [
        {
          messageId: 'blank',
          certainty: 'hint',
          message: "The formula =AVERAGE(C2:C3) looks at C2:C3 on 'S', and all of these cells are blank",
        },
      ],
    },
  ],
});
