import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { captionNumberBrokenPlant } from './plant.ts';
import { captionNumberBroken } from './rule.ts';

testRule(captionNumberBroken, {
  plant: captionNumberBrokenPlant,
  valid: [
    { name: 'by chapter', example: report('# R', 'Table 1.1: A', 'Table 1.2: B', 'Table 2.1: C') },
    { name: 'tables and figures', example: report('# R', 'Table 1: A', 'Figure 1: B') },
  ],
  invalid: [
    {
      name: 'one is left out',
      example: report('# R', 'Figure 1: A', 'Figure 3: B'),
      findings: [{ messageId: 'gap', message: 'The caption before 3 has the number 1', certainty: 'hint' }],
    },
  ],
});
