import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { formulaStoredAsTextPlant } from './plant.ts';
import { formulaStoredAsText } from './rule.ts';

testRule(formulaStoredAsText, {
  plant: formulaStoredAsTextPlant,
  valid: [
    {
      name: 'lines, arrows and equations',
      example: async () => ({ files: { 'a.xlsx': await workbookOf({ S: [['====', '=> next', '= 5', 'a = b']] }) } }),
    },
    {
      name: 'a formula that gives such a text',
      example: async () => ({ files: { 'a.xlsx': await workbookOf({ S: [['x', { formula: '"=A1"', result: '=A1' }]] }) } }),
    },
  ],
  invalid: [
    {
      name: 'an explanation is a hint',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            Help: [
              ['Margin', 'is computed by'],
              ['', '=Costs!F7/Costs!F9'],
            ],
          }),
        },
      }),
      findings: [{ messageId: 'shown', certainty: 'hint', at: { kind: 'cell', range: 'B2' } }],
    },
    {
      name: 'a sum of its column',
      example: async () => ({ files: { 'a.xlsx': await workbookOf({ S: [['Cost'], [1], [2], ['=SUM(A2:A3)']] }) } }),
      findings: [{ messageId: 'formula', message: 'The formula =SUM(A2:A3) is stored as text and computes nothing' }],
    },
  ],
});
