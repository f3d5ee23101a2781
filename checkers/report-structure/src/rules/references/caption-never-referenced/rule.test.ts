import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { captionNeverReferencedPlant } from './plant.ts';
import { captionNeverReferenced } from './rule.ts';

testRule(captionNeverReferenced, {
  plant: captionNeverReferencedPlant,
  valid: [
    { name: 'no references at all', example: report('# R', 'Figure 1: A', 'Figure 2: B') },
    { name: 'ranges', example: report('# R', 'See Figure 1 and Figure 2.', 'Figure 1: A', 'Figure 2: B') },
  ],
  invalid: [
    {
      name: 'one of two',
      example: report('# R', 'See Abb. 1.', 'Abb. 1: A', 'Abb. 2: B'),
      findings: [{ messageId: 'unused', certainty: 'hint', excerpt: 'Abb. 2' }],
    },
  ],
});
