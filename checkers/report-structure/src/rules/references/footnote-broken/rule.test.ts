import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { footnoteBrokenPlant } from './plant.ts';
import { footnoteBroken } from './rule.ts';

testRule(footnoteBroken, {
  plant: footnoteBrokenPlant,
  valid: [
    { name: 'in code', example: report('# R', 'Write `[^1]` for a footnote.') },
    {
      name: 'a pattern in Word',
      example: async () => ({ files: { 'a.docx': await docxOf(['The patterns [^a-z] and [^0-9] and [^x].']) } }),
    },
    { name: 'a class of signs', example: report('# R', 'The pattern [^a-z]+ is odd: [^, ].'.replace('[^a-z]', '`[^a-z]`')) },
  ],
  invalid: [
    {
      name: 'a mark that was typed into Word',
      example: async () => ({ files: { 'a.docx': await docxOf(['Rents rose.[^1] Wages fell.[^wages]']) } }),
      findings: [
        { messageId: 'shown', message: 'The mark [^1] of a footnote stands in the text as it was typed', certainty: 'likely' },
        { messageId: 'shown', excerpt: '[^wages]' },
      ],
    },
    {
      name: 'two marks',
      example: report('# R', 'A.[^a] B.[^b]', '[^a]: Text.'),
      findings: [{ messageId: 'undefined', message: 'The mark [^b] has no footnote', certainty: 'certain' }],
    },
  ],
});
