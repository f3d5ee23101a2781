import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { precisionLostPlant } from './plant.ts';
import { precisionLost } from './rule.ts';

testRule(precisionLost, {
  plant: precisionLostPlant,
  valid: [
    { name: 'a measurement', example: { files: { 'a.csv': 'star,mass\nx,1.989E+30\n' } } },
    {
      name: 'a large amount, and an id of 15 digits',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['Debt', 'Account'],
              [2e15, 123_456_789_012_345],
              [3e16, 5],
            ],
          }),
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'text in a workbook that came from such a csv',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['Item', 'Serial'],
              ['x', '3,57E+14'],
              ['y', '12'],
            ],
          }),
        },
      }),
      findings: [{ messageId: 'scientific', certainty: 'certain', message: "'Serial' shows 3,57E+14: the digits of the number are lost" }],
    },
  ],
});
