import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { repeatedCalculationPlant } from './plant.ts';
import { repeatedCalculation } from './rule.ts';

const formulas = async (...texts: readonly string[]): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: [[1, 2], ...texts.map((formula) => [{ formula, result: 1 }])] }) },
});

const LONG = 'SUMPRODUCT($A$1:$B$1,A1:B1)/SUM(A1:B1)';

testRule(repeatedCalculation, {
  plant: repeatedCalculationPlant,
  valid: [
    { name: 'a formula that was filled down', example: () => formulas(LONG, LONG.replaceAll(/(?<!\$)([AB])1/g, '$12')) },
    { name: 'short sums', example: () => formulas('SUM(A1:B1)', 'SUM(A1:B1)') },
    { name: 'a long reference', example: () => formulas("'A sheet with a very long name'!A1", "'A sheet with a very long name'!A1") },
  ],
  invalid: [
    {
      name: 'many places',
      example: () => formulas(LONG, LONG, LONG, LONG, LONG, LONG),
      findings: [
        {
          messageId: 'repeated',
          certainty: 'hint',
          message: `The calculation =${LONG} in A2 is written again in A3, A4, A5 and 2 more`,
        },
      ],
    },
  ],
});
