import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { longFormulaPlant, nested } from './plant.ts';
import { longFormula } from './rule.ts';

const formulas = async (...texts: readonly string[]): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: texts.map((formula) => [{ formula, result: 1 }]) }) },
});

testRule(longFormula, {
  plant: longFormulaPlant,
  valid: [
    { name: 'a few cases', example: () => formulas(nested(4)) },
    { name: 'parentheses are no functions', example: () => formulas(`${'('.repeat(12)}C4${')'.repeat(12)}`) },
  ],
  invalid: [
    {
      name: 'the same in several cells',
      example: () => formulas(nested(8).replaceAll('C4', '$C$4'), nested(8).replaceAll('C4', '$C$4')),
      findings: [{ messageId: 'nested', message: 'The formula in A1, as 2 cells have it, has 8 functions inside of each other' }],
    },
  ],
});
