import { editParts, workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { calculationManualPlant } from './plant.ts';
import { calculationManual } from './rule.ts';

const withMode = async (mode: string, rows: SheetSpec): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: {
    'a.xlsx': editParts(await workbookOf({ S: rows }), (parts) => {
      parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace('<calcPr ', `<calcPr calcMode="${mode}" `);
    })!,
  },
});

testRule(calculationManual, {
  plant: calculationManualPlant,
  valid: [
    { name: 'only data tables wait', example: () => withMode('autoNoTable', [[1, { formula: 'A1', result: 1 }]]) },
    { name: 'nothing to calculate', example: () => withMode('manual', [[1, 2]]) },
  ],
  invalid: [],
});
