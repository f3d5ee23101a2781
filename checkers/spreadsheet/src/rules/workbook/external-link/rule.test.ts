import { editParts, workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { externalLinkPlant, linkTo } from './plant.ts';
import { externalLink } from './rule.ts';

const linked = async (rows: SheetSpec): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': editParts(await workbookOf({ S: rows }), (parts) => linkTo(parts, 'https://example.org/a/b.xlsx'))! },
});

testRule(externalLink, {
  plant: externalLinkPlant,
  valid: [
    {
      name: 'brackets of another kind',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ S: [['x', { formula: 'SUM(Table1[1])&"[1]S!A1"', result: 'x' }]] }) },
      }),
    },
  ],
  invalid: [
    {
      name: 'a link that nothing uses',
      example: () => linked([['x', { formula: '"[1]S!A1"', result: 'x' }]]),
      findings: [
        {
          messageId: 'unused',
          certainty: 'hint',
          message: 'The workbook has a link to another file, b.xlsx, that no formula uses',
        },
      ],
    },
    {
      name: 'a link in several formulas, once with quotes',
      example: () =>
        linked([
          ['x', { formula: "1+'[1]My sheet'!A1", result: 1 }],
          ['y', { formula: 'VLOOKUP(A1,[1]S!A:B,2,0)', result: 2 }],
        ]),
      findings: [
        {
          messageId: 'used',
          at: { kind: 'cell', range: 'B1' },
          message: "The formula =1+'[1]My sheet'!A1 takes its value from another file, b.xlsx, as do 2 cells in all",
        },
      ],
    },
  ],
});
