import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { headingSkipPlant } from './plant.ts';
import { headingSkip } from './rule.ts';

testRule(headingSkip, {
  plant: headingSkipPlant,
  valid: [
    { name: 'back by several levels', example: report('# R', '## A', '### B', 'Text.', '# C', 'Text.') },
    { name: 'a start at the third level', example: report('### A', 'Text.', '### B', 'Text.') },
  ],
  invalid: [
    {
      name: 'under the title',
      example: report('# R', '### A', 'Text.'),
      findings: [{ messageId: 'skip', message: "'A' is a heading of level 3 directly under one of level 1" }],
    },
  ],
});
