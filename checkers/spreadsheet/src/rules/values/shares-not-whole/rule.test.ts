import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { regions, sharesNotWholePlant } from './plant.ts';
import { sharesNotWhole } from './rule.ts';

const shares = async (format: string, values: readonly number[], total?: number): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: {
    'a.xlsx': await workbookOf({ S: regions(values, total) }, (workbook) => {
      workbook.getWorksheet('S')!.getColumn(3).numFmt = format;
    }),
  },
});

testRule(sharesNotWhole, {
  plant: sharesNotWholePlant,
  valid: [
    { name: 'rounded shares', example: () => shares('0%', [0.33, 0.33, 0.33], 1) },
    { name: 'shares in full', example: () => shares('0.0%', [1 / 3, 1 / 3, 1 / 3]) },
    { name: 'rates that are no shares of one whole', example: () => shares('0%', [0.1, 0.2, 0.12]) },
    { name: 'percent as numbers', example: () => shares('0.0', [25.5, 40.5, 20, 14]) },
  ],
  invalid: [
    {
      name: 'no total, and a header that says so',
      example: () => shares('0.0', [25.5, 40.5, 20, 10]),
      findings: [{ messageId: 'header', certainty: 'hint', message: "The 4 shares in 'Share' add up to 96%" }],
    },
  ],
});
