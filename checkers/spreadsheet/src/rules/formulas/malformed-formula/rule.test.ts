import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { malformedFormulaPlant } from './plant.ts';
import { malformedFormula } from './rule.ts';

const formula = async (text: string): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: [[1, 2, { formula: text, result: 1 }]] }) },
});

testRule(malformedFormula, {
  plant: malformedFormulaPlant,
  valid: [
    { name: 'semicolons in an array and in a text', example: () => formula('SUM({1;2})&";"') },
    { name: 'a parenthesis in a text', example: () => formula('"("&A1') },
    { name: 'signs and percent', example: () => formula('--A1*-2%*B1%') },
    { name: 'a range that is computed', example: () => formula('SUM(A1:INDEX(A:A,1))') },
  ],
  invalid: [
    {
      name: 'an operator of another language',
      example: () => formula('IF(A1!=B1,1,0)'),
      findings: [{ messageId: 'operator', message: "The formula =IF(A1!=B1,1,0) holds '!=', which is no operator there" }],
    },
    {
      name: 'nothing behind the last operator',
      example: () => formula('A1+B1*'),
      findings: [{ messageId: 'unfinished', message: "The formula =A1+B1* ends with '*', and nothing follows" }],
    },
    {
      name: 'a parenthesis too many',
      example: () => formula('SUM(A1,B1))'),
      findings: [{ messageId: 'unopened', certainty: 'certain' }],
    },
  ],
});
