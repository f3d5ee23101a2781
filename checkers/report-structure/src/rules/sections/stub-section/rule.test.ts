import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { stubSectionPlant } from './plant.ts';
import { stubSection } from './rule.ts';

const LONG = 'One more word for the section. '.repeat(20);

testRule(stubSection, {
  plant: stubSectionPlant,
  valid: [
    { name: 'short sections throughout', example: report('# R', '## A', 'Text.', '## B', 'Text.', '## C', 'Text.') },
    { name: 'only a picture', example: report('# R', '## A', LONG, '## B', LONG, '## C', LONG, '## D', '![map](map.png)') },
  ],
  invalid: [
    {
      name: 'one of four',
      example: report('# R', '## A', LONG, '## B', LONG, '## C', LONG, '## D', 'See above.'),
      findings: [{ messageId: 'stub', message: "The section 'D' has 2 words, and those beside it have 80 and more", certainty: 'hint' }],
    },
  ],
});
