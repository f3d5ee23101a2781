import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { quarters, typedTotalMismatchPlant } from './plant.ts';
import { typedTotalMismatch } from './rule.ts';

const book = async (rows: SheetSpec): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: rows }) },
});

testRule(typedTotalMismatch, {
  plant: typedTotalMismatchPlant,
  valid: [
    { name: 'means below their columns', example: () => book(quarters([305, 85, 93.75])) },
    { name: 'a total that adds up other rows, among totals that all do', example: () => book(quarters([290, 320, 350])) },
    {
      name: 'rounded parts',
      example: () =>
        book([
          ['a', 'x', 'y'],
          ['p', 1.4, 1],
          ['q', 1.4, 2],
          ['r', 1.4, 3],
          ['Total', 4, 6],
        ]),
    },
    { name: 'a column that is no sum by far', example: () => book(quarters([305, 340, 9000])) },
  ],
  invalid: [
    {
      name: 'a total that forgot a row',
      example: () => book(quarters([305, 340, 310])),
      findings: [{ messageId: 'off', message: "The total of 'Q3' in D6 was typed as 310; D2:D5 adds up to 375" }],
    },
  ],
});
