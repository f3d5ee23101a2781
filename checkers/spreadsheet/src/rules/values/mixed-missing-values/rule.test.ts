import { testRule } from '@preflag/testing/rule-tester';
import { mixedMissingValuesPlant } from './plant.ts';
import { mixedMissingValues } from './rule.ts';

testRule(mixedMissingValues, {
  plant: mixedMissingValuesPlant,
  valid: [
    { name: 'one word, and empty cells', example: { files: { 'a.csv': 'a,b\n1,NA\n2,\n3,NA\n' } } },
    { name: 'another word in another column', example: { files: { 'a.csv': 'a,b\nNA,-\nNA,-\n3,4\n' } } },
    { name: 'words that begin like one', example: { files: { 'a.csv': 'a,b\nnone,1\nNancy,2\nnonesuch,3\nNull Island,4\n' } } },
  ],
  invalid: [
    {
      name: 'three words',
      example: { files: { 'a.csv': 'a,b\nNA,1\nNA,2\n-,3\nnull,4\n5,5\n' } },
      findings: [
        {
          messageId: 'mixed',
          message: "Missing values in 'a' are written as 'NA' (2), '-' (1) and 'null' (1)",
          at: { kind: 'cell', range: 'A4' },
        },
      ],
    },
  ],
});
