import { testRule } from '@preflag/testing/rule-tester';
import { pivoted, pivotStalePlant } from './plant.ts';
import { pivotStale } from './rule.ts';

testRule(pivotStale, {
  plant: pivotStalePlant,
  valid: [
    {
      name: 'a pivot that refreshes when it is opened',
      example: async () => ({ files: { 'a.xlsx': await pivoted('refreshOnLoad="1"', 9) } }),
    },
  ],
  invalid: [
    {
      name: 'rows more than there were',
      example: async () => ({ files: { 'a.xlsx': await pivoted('', 2) } }),
      findings: [
        {
          messageId: 'rows',
          message: "The pivot on 'Sales'!A1:B4 was made from 2 rows, and there are 3 now",
          at: { kind: 'cell', range: 'A1' },
        },
      ],
    },
  ],
});
