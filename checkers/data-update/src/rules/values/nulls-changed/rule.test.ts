import type { Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { nullsChangedPlant } from './plant.ts';
import { nullsChanged } from './rule.ts';

const pair = (before: string, after: string, update: object = {}): Example => ({
  files: { 'a.csv': `id,v\n1,${after}\n2,x\n` },
  beside: { 'b.csv': `id,v\n1,${before}\n2,x\n` },
  job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'id', ...update } }] },
});

testRule(nullsChanged, {
  plant: nullsChangedPlant,
  valid: [
    { name: 'a value that was filled in', example: pair('', 'Nanni') },
    { name: 'a value that was deleted', example: pair('abc', '') },
    { name: 'a change that is allowed', example: pair('', 'None', { allow: [{ columns: ['v'] }] }) },
  ],
  invalid: [
    { name: 'None', example: pair('', 'None'), findings: [{ messageId: 'word', message: "'v' of '1' was blank and is now 'None'" }] },
    { name: 'n/a taken away', example: pair('n/a', ''), findings: [{ messageId: 'blank', certainty: 'hint' }] },
  ],
});
