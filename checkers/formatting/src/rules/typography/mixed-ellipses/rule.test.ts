import { testRule } from '@preflag/testing/rule-tester';
import { mixedEllipsesPlant } from './plant.ts';
import { mixedEllipses } from './rule.ts';

testRule(mixedEllipses, {
  plant: mixedEllipsesPlant,
  valid: [{ name: 'one of each, and code', example: { files: { 'a.md': 'It rose… and fell... `a...b`, `c...d`, and `e…f`. 1....2\n' } } }],
  invalid: [
    {
      name: 'more full stops',
      example: { files: { 'a.md': 'A... b... c...\n\nD… e… f.\n' } },
      findings: [{ messageId: 'mixed', message: '2 ellipses are one character, and 3 are three full stops' }],
    },
  ],
});
