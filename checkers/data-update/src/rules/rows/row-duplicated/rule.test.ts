import type { Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { rowDuplicatedPlant } from './plant.ts';
import { rowDuplicated } from './rule.ts';

const pair = (before: string, after: string, update: object = {}): Example => ({
  files: { 'a.csv': `item,day,n\n${after}\n` },
  beside: { 'b.csv': `item,day,n\n${before}\n` },
  job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv', ...update } }] },
});

testRule(rowDuplicated, {
  plant: rowDuplicatedPlant,
  valid: [
    { name: 'twice before too', example: pair('a,1,2\nb,1,3\na,1,2', 'a,1,2\nb,1,3\na,1,2\nc,4,5') },
    { name: 'a new row', example: pair('a,1,2\nb,1,3', 'a,1,2\nb,1,3\na,2,2') },
  ],
  invalid: [
    {
      name: 'a whole row without a key',
      example: pair('a,1,2\nb,1,3', 'a,1,2\na,1,2\nb,1,3'),
      findings: [{ messageId: 'row', certainty: 'likely', message: "The row 'a' stands 2 times, in rows 2, 3, and stood once before" }],
    },
    {
      name: 'a key of two columns with another value',
      example: pair('a,1,2\nb,1,3', 'a,1,2\nb,1,3\na,1,9', { key: ['item', 'day'] }),
      findings: [
        { messageId: 'key', certainty: 'certain', message: "The row 'a · 1' stands 2 times, in rows 2, 4, and stood once before" },
      ],
    },
  ],
});
