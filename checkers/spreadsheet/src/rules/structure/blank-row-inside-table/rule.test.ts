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
    { name: 'blank lines at the end of a csv', example: { files: { 'a.csv': 'a,b\n1,2\n3,4\n\n\n' } } },
    { name: 'a blank line above a csv', example: { files: { 'a.csv': '\na,b\n1,2\n3,4\n' } } },
  ],
  invalid: [
    {
      name: 'a blank line in a csv, and empty rows at its end',
      example: { files: { 'a.csv': 'a,b\n1,2\n\n3,4\n,\n,\n' } },
      findings: [
        { messageId: 'end', message: '2 lines at the end of the table hold nothing but delimiters', at: { kind: 'cell', range: 'A5' } },
        { messageId: 'line', message: 'Line 3 is blank, with rows of the table above and below it', at: { kind: 'cell', range: 'A3' } },
      ],
    },
    {
      name: 'one gap',
      example: async () => ({ files: { 'a.xlsx': await workbookOf({ S: [['Day', 'n'], ...ROWS.slice(0, 5), [], ...ROWS.slice(5)] }) } }),
      findings: [{ messageId: 'blank', message: 'Row 7 of the sheet is blank, in the middle of a table of 25 rows' }],
    },
  ],
});
