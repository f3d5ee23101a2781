import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { severalTitlesPlant } from './plant.ts';
import { severalTitles } from './rule.ts';

testRule(severalTitles, {
  plant: severalTitlesPlant,
  valid: [{ name: 'sections of the first level', example: report('# A', 'Text.', '# B', 'Text.') }],
  invalid: [
    {
      name: 'parts',
      example: report('# R', '## A', 'Text.', '# B', 'Text.', '# C', 'Text.', '# D', 'Text.'),
      findings: [{ messageId: 'parts', excerpt: 'B', certainty: 'hint' }],
    },
  ],
});
