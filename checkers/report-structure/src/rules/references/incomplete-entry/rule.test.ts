import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { incompleteEntryPlant } from './plant.ts';
import { incompleteEntry } from './rule.ts';

testRule(incompleteEntry, {
  plant: incompleteEntryPlant,
  valid: [
    { name: 'a list of laws', example: report('# R', '## Sources', '- Housing Act', '- Land Act', '- Rent Act') },
    { name: 'a link', example: report('# R', '## Sources', '- Miller 2020', '- Moore 2021', '- [Young on prices](https://one.org/y)') },
  ],
  invalid: [
    {
      name: 'one of three',
      example: report('# R', '## Literatur', '- Miller, 2020', '- Moore, 2021', '- Young on prices'),
      findings: [{ messageId: 'incomplete', excerpt: 'Young on prices', certainty: 'hint' }],
    },
  ],
});
