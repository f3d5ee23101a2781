import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { figureCaptionMissingPlant } from './plant.ts';
import { figureCaptionMissing } from './rule.ts';

const [A, B, C] = ['![A](a.png)', '![B](b.png)', '![C](c.png)'];

testRule(figureCaptionMissing, {
  plant: figureCaptionMissingPlant,
  valid: [
    { name: 'no captions', example: report('# R', A, 'Text.', B, 'Text.', C) },
    { name: 'captions above', example: report('# R', 'Figure 1: A', A, 'Text.', 'Figure 2: B', B) },
    {
      name: 'a sign inside of a sentence',
      example: report('# R', A, 'Figure 1: A', B, 'Figure 2: B', 'The sign ![c](c.png) is a warning.'),
    },
    {
      name: 'as many without as with',
      example: report('# R', A, 'Figure 1: A', 'Text.', B, 'Figure 2: B', 'Text.', C, 'Text.', '![D](d.png)'),
    },
  ],
  invalid: [
    {
      name: 'one of three',
      example: report('# R', A, 'Figure 1: A', 'Text.', C, 'Text.', B, 'Figure 2: B'),
      findings: [{ messageId: 'none', message: 'The figure has no caption; 2 others have one', certainty: 'hint' }],
    },
  ],
});
