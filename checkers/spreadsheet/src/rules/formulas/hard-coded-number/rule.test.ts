import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { hardCodedNumberPlant } from './plant.ts';
import { hardCodedNumber } from './rule.ts';

const formulas = async (...texts: readonly string[]): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: [[1, 2, 3], ...texts.map((formula) => [{ formula, result: 1 }])] }) },
});

testRule(hardCodedNumber, {
  plant: hardCodedNumberPlant,
  valid: [
    { name: 'whole numbers', example: () => formulas('$A$1*12', '$B$1/12', '$C$1*12') },
    { name: 'halves', example: () => formulas('$A$1*0.5', '$B$1*.5', '$C$1*0.5') },
    { name: 'in texts', example: () => formulas('$A$1&"*1.19"', '$B$1&"*1.19"', '$C$1&"*1.19"') },
    { name: 'one formula', example: () => formulas('$A$1*1.19', '$A$1*1.19', '$A$1*1.19') },
  ],
  invalid: [
    {
      name: 'percent',
      example: () => formulas('$A$1*7.7%', '7.7%*$B$1', '$C$1*(7.7%)'),
      findings: [{ messageId: 'repeated', message: 'The number 7.7% is typed into 3 different formulas, such as =$A$1*7.7%, in 3 cells' }],
    },
  ],
});
