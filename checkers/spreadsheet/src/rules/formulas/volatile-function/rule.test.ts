import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { volatileFunctionPlant } from './plant.ts';
import { volatileFunction } from './rule.ts';

const formulas = async (...texts: readonly string[]): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: [[1], ...texts.map((formula) => [{ formula, result: 1 }])] }) },
});

testRule(volatileFunction, {
  plant: volatileFunctionPlant,
  valid: [
    { name: 'a date that is given', example: () => formulas('DATE(2026,1,31)-A1') },
    { name: 'in a text', example: () => formulas('"TODAY() and RAND()"&A1') },
    { name: 'INDEX, which can be traced', example: () => formulas('INDEX(A:A,1)') },
  ],
  invalid: [
    {
      name: 'once for each function',
      example: () => formulas('RAND()', 'RAND()*A1', 'RAND()+1', '_xlfn.RANDARRAY(2)'),
      findings: [
        {
          messageId: 'chance',
          certainty: 'likely',
          message: 'RAND draws new numbers whenever the workbook is calculated, as in =RAND() and 2 more cells',
        },
        { messageId: 'chance' },
      ],
    },
  ],
});
