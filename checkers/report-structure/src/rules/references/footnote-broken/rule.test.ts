import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { footnoteBrokenPlant } from './plant.ts';
import { footnoteBroken } from './rule.ts';

testRule(footnoteBroken, {
  plant: footnoteBrokenPlant,
  valid: [
    { name: 'in code', example: report('# R', 'Write `[^1]` for a footnote.') },
    { name: 'a class of signs', example: report('# R', 'The pattern [^a-z]+ is odd: [^, ].'.replace('[^a-z]', '`[^a-z]`')) },
  ],
  invalid: [
    {
      name: 'two marks',
      example: report('# R', 'A.[^a] B.[^b]', '[^a]: Text.'),
      findings: [{ messageId: 'undefined', message: 'The mark [^b] has no footnote', certainty: 'certain' }],
    },
  ],
});
