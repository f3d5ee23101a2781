import type { Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { whitespaceOnlyChangePlant } from './plant.ts';
import { whitespaceOnlyChange } from './rule.ts';

const pair = (before: string, after: string): Example => ({
  files: { 'a.csv': `id,name\nx,${after}\n` },
  beside: { 'b.csv': `id,name\nx,${before}\n` },
  job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'id' } }] },
});

testRule(whitespaceOnlyChange, {
  plant: whitespaceOnlyChangePlant,
  valid: [{ name: 'another word', example: pair('Ann', 'Anne') }],
  invalid: [
    { name: 'a space that cannot break', example: pair('Ann Miller', 'Ann\u00A0Miller'), findings: [{ messageId: 'space' }] },
    {
      name: 'another case',
      example: pair('Ann', 'ANN'),
      findings: [{ messageId: 'case', message: "'name' of 'x' was 'Ann' and is now 'ANN', which differs only in case" }],
    },
  ],
});
