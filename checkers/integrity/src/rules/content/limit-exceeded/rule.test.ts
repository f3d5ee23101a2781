import { testRule } from '@preflag/testing/rule-tester';
import { limitExceededPlant } from './plant.ts';
import { limitExceeded } from './rule.ts';

testRule(limitExceeded, {
  plant: limitExceededPlant,
  valid: [{ name: 'quotes inside quotes', example: { files: { 'a.md': '> > > a quote of a quote of a quote\n' } } }],
  invalid: [
    {
      name: 'json inside json',
      example: { files: { 'a.json': `${'['.repeat(5_000)}${']'.repeat(5_000)}` } },
      findings: [{ messageId: 'file', file: 'a.json' }],
    },
  ],
});
