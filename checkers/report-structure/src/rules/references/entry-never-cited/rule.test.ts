import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { entryNeverCitedPlant } from './plant.ts';
import { entryNeverCited } from './rule.ts';

testRule(entryNeverCited, {
  plant: entryNeverCitedPlant,
  valid: [
    { name: 'no numbers are cited', example: report('# R', 'A (Miller, 2020).', '## References', '[1] Miller 2020', '[2] Moore 2021') },
    { name: 'cited by a range', example: report('# R', 'A [1-3].', '## References', '[1] A, 2020.', '[2] B, 2021.', '[3] C, 2021.') },
  ],
  invalid: [
    {
      name: 'an ordered list',
      example: report('# R', 'A [1] and [2].', '## References', '1. A, 2020.\n2. B, 2021.\n3. C, 2021.'),
      findings: [{ messageId: 'uncited', message: 'The entry 3 of the references is never cited', certainty: 'hint' }],
    },
  ],
});
