import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { sectionUnbalancedPlant } from './plant.ts';
import { sectionUnbalanced } from './rule.ts';

const LONG = 'One more word for the section. '.repeat(120);

testRule(sectionUnbalanced, {
  plant: sectionUnbalancedPlant,
  valid: [
    { name: 'three sections', example: report('# R', '## A', LONG, '## B', 'Text.', '## C', 'Text.') },
    { name: 'a short text', example: report('# R', '## A', 'Text and text.', '## B', 'A.', '## C', 'A.', '## D', 'A.') },
  ],
  invalid: [
    {
      name: 'four sections',
      example: report('# R', '## A', LONG, '## B', 'Text.', '## C', 'Text.', '## D', 'Text.'),
      findings: [{ messageId: 'large', excerpt: 'A', certainty: 'hint' }],
    },
  ],
});
