import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { formulaWithoutCachedValuePlant } from './plant.ts';
import { formulaWithoutCachedValue } from './rule.ts';

testRule(formulaWithoutCachedValue, {
  plant: formulaWithoutCachedValuePlant,
  valid: [
    {
      name: 'results that are empty, zero or false',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              [
                { formula: 'IF(1,"","")', result: '' },
                { formula: '1-1', result: 0 },
                { formula: '1=2', result: false },
              ],
            ],
          }),
        },
      }),
    },
    { name: 'no formulas', example: async () => ({ files: { 'a.xlsx': await workbookOf({ S: [['x', 1]] }) } }) },
  ],
  invalid: [
    {
      name: 'one for each sheet',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [[1, { formula: 'A1' }, { formula: 'A1*2', result: 2 }, { formula: 'A1' }]],
            T: [[{ formula: 'S!A1' }]],
          }),
        },
      }),
      findings: [
        {
          messageId: 'some',
          at: { kind: 'cell', sheet: 'S', range: 'B1' },
          message: "2 of the 3 formulas on the sheet 'S' hold no value: the file was written without calculating them; B1 should hold 1",
        },
        { messageId: 'one', at: { kind: 'cell', sheet: 'T', range: 'A1' } },
      ],
    },
  ],
});
