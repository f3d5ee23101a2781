import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { severalTitlesPlant } from './plant.ts';
import { severalTitles } from './rule.ts';

testRule(severalTitles, {
  plant: severalTitlesPlant,
  valid: [
    {
      name: 'a document that starts again',
      example: { files: { 'a.md': '# Rents\n\n## Causes\n\nFew homes.\n\n# Rents\n\n## Effects\n\nHigh rents.\n' } },
    },
    { name: 'sections of the first level', example: report('# A', 'Text.', '# B', 'Text.') },
  ],
  invalid: [
    {
      name: 'parts',
      example: report('# R', '## A', 'Text.', '# B', 'Text.', '# C', 'Text.', '# D', 'Text.'),
      findings: [{ messageId: 'parts', excerpt: 'B', certainty: 'hint' }],
    },
  ],
});
