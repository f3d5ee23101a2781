import type { Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { columnOrderChangedPlant } from './plant.ts';
import { columnOrderChanged } from './rule.ts';

const pair = (before: string, after: string): Example => ({
  files: { 'a.csv': after },
  beside: { 'b.csv': before },
  job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'id' } }] },
});

testRule(columnOrderChanged, {
  plant: columnOrderChangedPlant,
  valid: [
    { name: 'a column between, and one gone', example: pair('id,a,b\n1,x,y\n2,x,y\n', 'id,new,b\n1,z,y\n2,z,y\n') },
    { name: 'the same header twice', example: pair('id,a,a\n1,x,y\n2,x,y\n', 'id,a,a\n1,x,y\n2,x,z\n') },
  ],
  invalid: [
    {
      name: 'two exchanged',
      example: pair('id,a,b\n1,x,y\n2,x,y\n', 'id,b,a\n1,y,x\n2,y,x\n'),
      findings: [{ messageId: 'order', message: "The column 'b' of 'a.csv' stands in another place; the order was id, a, b" }],
    },
  ],
});
