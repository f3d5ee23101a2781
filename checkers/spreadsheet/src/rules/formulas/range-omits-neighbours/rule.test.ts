import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { rangeOmitsNeighboursPlant } from './plant.ts';
import { rangeOmitsNeighbours } from './rule.ts';

testRule(rangeOmitsNeighbours, {
  plant: rangeOmitsNeighboursPlant,
  valid: [
    {
      name: 'two blocks with totals of their own',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['Item', 'Cost'],
              ['a', 1],
              ['b', 2],
              ['Total North', { formula: 'SUM(B2:B3)', result: 3 }],
              ['c', 4],
              ['d', 5],
              ['Total South', { formula: 'SUM(B5:B6)', result: 9 }],
            ],
          }),
        },
      }),
    },
    {
      name: 'a typed subtotal above',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['Item', 'Cost'],
              ['Total before', 9],
              ['c', 4],
              ['d', 5],
              ['Sum', { formula: 'SUM(B3:B4)', result: 9 }],
            ],
          }),
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'a quarter is left out of the year',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['', 'Q1', 'Q2', 'Q3', 'Q4', 'Year'],
              ['North', 10, 20, 30, 40, { formula: 'SUM(B2:D2)', result: 60 }],
            ],
          }),
        },
      }),
      findings: [
        { messageId: 'omitted', message: 'The formula SUM(B2:D2) in F2 leaves out E2, which stands between its range and the formula' },
      ],
    },
  ],
});
