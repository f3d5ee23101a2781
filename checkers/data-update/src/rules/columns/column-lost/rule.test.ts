import type { Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { columnLostPlant } from './plant.ts';
import { columnLost } from './rule.ts';

const BEFORE = 'id,name,city\n1,Ann,Rome\n2,Bob,Oslo\n';
const pair = (after: string, update: object = {}): Example => ({
  files: { 'a.csv': after },
  beside: { 'b.csv': BEFORE },
  job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv', ...update } }] },
});

testRule(columnLost, {
  plant: columnLostPlant,
  valid: [
    { name: 'another order, another case, one more', example: pair('City,id,name,zip\nRome,1,Ann,5\nOslo,2,Bob,6\n') },
    { name: 'the job says what may change', example: pair('id,name\n1,Ann\n2,Bob\n', { allow: [{ columns: ['city'] }] }) },
  ],
  invalid: [{ name: 'no key', example: pair('id,name\n1,Ann\n2,Bob\n'), findings: [{ messageId: 'lost', certainty: 'likely' }] }],
});
