import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { citationWithoutEntryPlant } from './plant.ts';
import { citationWithoutEntry } from './rule.ts';
const LIST = [
  '## References',
  '[1] Miller, A. (2020). Rents. https://one.org/a',
  '[2] Meyer, B. (2021). Homes. https://one.org/b',
  '[3] Moore, C. (2022). Wages. https://one.org/c',
];

testRule(citationWithoutEntry, {
  plant: citationWithoutEntryPlant,
  valid: [
    { name: 'a range', example: report('# R', 'A [1-3].', ...LIST) },
    { name: 'an interval', example: report('# R', 'A [1], [2], in [0, 7].', ...LIST) },
    { name: 'no list', example: report('# R', 'A [7].') },
    { name: 'in code', example: report('# R', 'A [1], `a[9]`.', ...LIST) },
  ],
  invalid: [
    {
      name: 'one of several',
      example: report('# R', 'A [1], [2, 5].', ...LIST),
      findings: [{ messageId: 'missing', message: 'The references have no entry 5', certainty: 'certain' }],
    },
    {
      name: 'all in one paragraph',
      example: report('# R', 'A [1] and [7].', 'References:\n[1] One, 2020.\n[2] Two, 2021.\n[3] Three, 2022.'),
      findings: [{ messageId: 'far', excerpt: '[7]' }],
    },
  ],
});
