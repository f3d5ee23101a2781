import { testRule } from '@preflag/testing/rule-tester';
import { mixedTypesInColumnPlant } from './plant.ts';
import { mixedTypesInColumn } from './rule.ts';

const csv = (header: string, ...odd: readonly string[]): { files: { 'a.csv': string } } => ({
  files: {
    'a.csv': `k,${header}\n${[...Array.from({ length: 40 }, (_, index) => String(index)), ...odd].map((value) => `x,${value}`).join('\n')}\n`,
  },
});

testRule(mixedTypesInColumn, {
  plant: mixedTypesInColumnPlant,
  valid: [
    { name: 'marks for what is missing', example: csv('n', 'n/a', '-') },
    { name: 'names in digits', example: csv('article number', 'A17') },
    { name: 'too many to be strays', example: csv('n', 'a', 'b', 'c', 'd', 'e') },
  ],
  invalid: [
    {
      name: 'one word',
      example: csv('n', 'many'),
      findings: [{ messageId: 'text', certainty: 'hint', message: "'many' in 'n' is text, and the other 40 cells are numbers" }],
    },
  ],
});
