import { testRule } from '@preflag/testing/rule-tester';
import { charted, chartOmitsRowsPlant } from './plant.ts';
import { chartOmitsRows } from './rule.ts';

testRule(chartOmitsRows, {
  plant: chartOmitsRowsPlant,
  valid: [
    {
      name: 'a total below',
      example: async () => ({ files: { 'a.xlsx': await charted('B2:B13', [['Total', { formula: 'SUM(B2:B13)', result: 1542 }]]) } }),
    },
    {
      name: 'a row below that is computed from the others',
      example: async () => ({
        files: { 'a.xlsx': await charted('B2:B13', [['In the mean', { formula: 'AVERAGE(B2:B13)', result: 128.5 }]]) },
      }),
    },
    { name: 'a part from the middle', example: async () => ({ files: { 'a.xlsx': await charted('B5:B9') } }) },
  ],
  invalid: [
    {
      name: 'the first half',
      example: async () => ({ files: { 'a.xlsx': await charted('B2:B7') } }),
      findings: [{ messageId: 'partly', certainty: 'hint', message: "A chart on 'Months' shows B2:B7 and leaves out B8:B13" }],
    },
  ],
});
