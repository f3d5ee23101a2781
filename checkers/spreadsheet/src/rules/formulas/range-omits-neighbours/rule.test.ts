import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { rangeOmitsNeighboursPlant } from './plant.ts';
import { rangeOmitsNeighbours } from './rule.ts';

testRule(rangeOmitsNeighbours, {
  plant: rangeOmitsNeighboursPlant,
  valid: [
    {
      name: 'a part of the list, below the total of all',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['Mark', 'Pupils'],
              [5, 31],
              [4, 58],
              [3, 103],
              [2, 169],
              ['All', { formula: 'SUM(B2:B5)', result: 361 }],
              ['Passed', { formula: 'SUM(B2:B4)', result: 192 }],
            ],
          }),
        },
      }),
    },
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
      name: 'totals side by side that leave out the same rows',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['a', 1, 1],
              ['b', 2, 2],
              ['c', 3, 0],
              ['Total', { formula: 'SUM(B1:B2)', result: 3 }, { formula: 'SUM(C1:C2)', result: 3 }],
            ],
          }),
        },
      }),
      findings: [{ messageId: 'omitted', at: { kind: 'cell', range: 'B4:C4' } }],
    },
    {
      name: 'only zeros are left out',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['a', 1],
              ['b', 2],
              ['c', 0],
              ['Total', { formula: 'SUM(B1:B2)', result: 3 }],
            ],
          }),
        },
      }),
      findings: [{ messageId: 'zeros', at: { kind: 'cell', range: 'B4' }, certainty: 'hint' }],
    },
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
