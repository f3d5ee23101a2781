import { testRule } from '@preflag/testing/rule-tester';
import { duplicateKeyPlant } from './plant.ts';
import { duplicateKey } from './rule.ts';

const csv = (header: string, keys: readonly number[]): { files: { 'a.csv': string } } => ({
  files: { 'a.csv': `${header},n\n${keys.map((key) => `${key},x`).join('\n')}\n` },
});
const UNIQUE = Array.from({ length: 200 }, (_, index) => index);

testRule(duplicateKey, {
  plant: duplicateKeyPlant,
  valid: [
    { name: 'a column that may repeat', example: csv('order code', [...UNIQUE, 5]) },
    { name: 'orders with several lines each', example: csv('id', [...UNIQUE, ...UNIQUE.slice(0, 60)]) },
    { name: 'too few rows to tell', example: csv('id', [1, 1, 2]) },
  ],
  invalid: [
    {
      name: 'two of many',
      example: csv('id', [...UNIQUE, 5, 7]),
      findings: [
        { messageId: 'duplicate', message: "'id' 5 stands twice: in row 202 and before in row 7" },
        { messageId: 'duplicate', message: "'id' 7 stands twice: in row 203 and before in row 9" },
      ],
    },
  ],
});
