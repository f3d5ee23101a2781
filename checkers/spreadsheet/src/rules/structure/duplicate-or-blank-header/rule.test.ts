import { testRule } from '@preflag/testing/rule-tester';
import { duplicateOrBlankHeaderPlant } from './plant.ts';
import { duplicateOrBlankHeader } from './rule.ts';

testRule(duplicateOrBlankHeader, {
  plant: duplicateOrBlankHeaderPlant,
  valid: [
    { name: 'no header at all', example: { files: { 'a.csv': '1,,3\n4,5,6\n' } } },
    { name: 'a delimiter too much at the end', example: { files: { 'a.csv': 'id,name,\n1,a,\n2,b,\n' } } },
  ],
  invalid: [
    {
      name: 'other case',
      example: { files: { 'a.csv': 'Name,age,name\na,1,b\n' } },
      findings: [{ messageId: 'duplicate', message: "The header 'name' stands over 2 columns: A, C", at: { kind: 'cell', range: 'C1' } }],
    },
  ],
});
