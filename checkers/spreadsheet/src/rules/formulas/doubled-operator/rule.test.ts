import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { doubledOperatorPlant } from './plant.ts';
import { doubledOperator } from './rule.ts';

const formula = async (text: string): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: [[1, 2, { formula: text, result: 1 }]] }) },
});

testRule(doubledOperator, {
  plant: doubledOperatorPlant,
  valid: [
    { name: 'numbers of truth values', example: () => formula('SUMPRODUCT(--(A1:B1>1))') },
    { name: 'a negative factor', example: () => formula('A1*-B1') },
    { name: 'in a text', example: () => formula('A1&"1--2"') },
    { name: 'a sign that begins', example: () => formula('+A1-B1') },
  ],
  invalid: [
    {
      name: 'with blanks, behind a parenthesis',
      example: () => formula('(A1) - -B1'),
      findings: [{ messageId: 'minus', certainty: 'likely', message: 'The formula =(A1) - -B1 takes away a negative with --, which adds' }],
    },
    { name: 'plus and minus', example: () => formula('A1+-B1'), findings: [{ messageId: 'signs', certainty: 'hint' }] },
  ],
});
