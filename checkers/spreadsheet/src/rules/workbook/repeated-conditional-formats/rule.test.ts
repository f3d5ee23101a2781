import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { markRows, repeatedConditionalFormatsPlant } from './plant.ts';
import { repeatedConditionalFormats } from './rule.ts';

const marked = async (count: number, formula: (row: number) => string): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: [['x', 1]] }, (workbook) => markRows(workbook.getWorksheet('S')!, count, formula)) },
});

testRule(repeatedConditionalFormats, {
  plant: repeatedConditionalFormatsPlant,
  valid: [
    { name: 'a few', example: () => marked(20, (row) => `B${row}>9`) },
    { name: 'many that differ', example: () => marked(150, (row) => `SUM(B${row})>9+${row}`) },
  ],
  invalid: [
    {
      name: 'many that do not',
      example: () => marked(150, (row) => `B${row}>9`),
      findings: [{ messageId: 'formats', message: "The sheet 'S' has 150 conditional formats, of which only 1 are different" }],
    },
  ],
});
