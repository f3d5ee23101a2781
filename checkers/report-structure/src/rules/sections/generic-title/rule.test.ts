import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { genericTitlePlant } from './plant.ts';
import { genericTitle } from './rule.ts';

testRule(genericTitle, {
  plant: genericTitlePlant,
  valid: [
    { name: 'a title with more in it', example: report('# Report on rents', 'Text.') },
    { name: 'a section of that name', example: report('# Rents', '## Report', 'Text.') },
  ],
  invalid: [
    {
      name: 'the first line of a plain text',
      example: { files: { 'report.txt': 'Untitled document\n\nRents rose.\n' } },
      findings: [{ messageId: 'heading', excerpt: 'Untitled document' }],
    },
    {
      name: 'numbered',
      example: report('# 1. Untitled', 'Text.'),
      findings: [{ messageId: 'heading', excerpt: 'Untitled', certainty: 'likely' }],
    },
  ],
});
