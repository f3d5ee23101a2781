import type { Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { rowOrderChangedPlant } from './plant.ts';
import { rowOrderChanged } from './rule.ts';

const pair = (before: readonly string[], after: readonly string[]): Example => ({
  files: { 'a.csv': `id,v\n${after.map((id) => `${id},x`).join('\n')}\n` },
  beside: { 'b.csv': `id,v\n${before.map((id) => `${id},x`).join('\n')}\n` },
  job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'id' } }] },
});

testRule(rowOrderChanged, {
  plant: rowOrderChangedPlant,
  valid: [{ name: 'rows that came and went', example: pair(['a', 'b', 'c'], ['new', 'a', 'c', 'd']) }],
  invalid: [
    {
      name: 'turned around',
      example: pair(['a', 'b', 'c'], ['c', 'b', 'a']),
      findings: [{ messageId: 'order', message: "2 of 3 rows of 'a.csv' stand in another order than before, beginning with 'a'" }],
    },
  ],
});
