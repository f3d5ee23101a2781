import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { blankRowInsideTablePlant } from './plant.ts';
import { blankRowInsideTable } from './rule.ts';

const ROWS: SheetSpec = Array.from({ length: 24 }, (_, index) => [`day ${index}`, index * 3]);

testRule(blankRowInsideTable, {
  plant: blankRowInsideTablePlant,
  valid: [
    {
      name: 'groups parted by blank rows',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({ S: [['Day', 'n'], ...ROWS.flatMap((row, index) => (index % 4 === 3 ? [row, []] : [row]))] }),
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'one gap',
      example: async () => ({ files: { 'a.xlsx': await workbookOf({ S: [['Day', 'n'], ...ROWS.slice(0, 5), [], ...ROWS.slice(5)] }) } }),
      findings: [{ messageId: 'blank', message: 'Row 7 of the sheet is blank, in the middle of a table of 25 rows' }],
    },
  ],
});
