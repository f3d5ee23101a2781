import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { numberStoredAsTextPlant } from './plant.ts';
import { numberStoredAsText } from './rule.ts';

testRule(numberStoredAsText, {
  plant: numberStoredAsTextPlant,
  valid: [
    {
      name: 'names in digits, zeros that stay, and marks',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['Postal code', 'Score', 'Rank'],
              [10115, 3, '1'],
              ['10117', '007', '2'],
              [10119, 4, '3'],
              [10121, 5, '4'],
              [10123, 6, '5'],
            ],
          }),
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'a whole column of amounts',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [['Item', 'Price'], ...['1.50', '2.25', '3.00', '1,200.10', '0.99'].map((price) => ['x', price])],
          }),
        },
      }),
      findings: [{ messageId: 'column', certainty: 'hint', message: "All 5 numbers in 'Price' are stored as text" }],
    },
  ],
});
