import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { duplicateEntryPlant } from './plant.ts';
import { duplicateEntry } from './rule.ts';

testRule(duplicateEntry, {
  plant: duplicateEntryPlant,
  valid: [
    { name: 'pages of one site', example: report('# R', '## Sources', '- https://one.org/', '- https://one.org/', '- https://one.org/c') },
    { name: 'one address in the text', example: report('# R', 'https://one.org/a and https://one.org/a') },
  ],
  invalid: [
    {
      name: 'the same words',
      example: report('# R', '## References', '- Miller, A. (2020). Rents in the north.', '- Miller A., 2020, Rents in the North'),
      findings: [{ messageId: 'same', certainty: 'likely' }],
    },
  ],
});
