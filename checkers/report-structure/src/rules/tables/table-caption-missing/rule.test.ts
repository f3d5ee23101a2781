import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { tableCaptionMissingPlant } from './plant.ts';
import { tableCaptionMissing } from './rule.ts';

testRule(tableCaptionMissing, {
  plant: tableCaptionMissingPlant,
  valid: [
    {
      name: 'captions below',
      example: report(
        '# R',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
        'Table 1: A',
        'Text.',
        [
          ['a', 'b'],
          ['1', '3'],
        ],
        'Table 2: B',
      ),
    },
    {
      name: 'no captions',
      example: report(
        '# R',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
        'Text.',
        [
          ['a', 'b'],
          ['1', '3'],
        ],
      ),
    },
  ],
  invalid: [
    {
      name: 'one of three',
      example: report(
        '# R',
        'Table 1: A',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
        'Text.',
        [
          ['a', 'c'],
          ['1', '3'],
        ],
        'Table 2: B',
        [
          ['a', 'b'],
          ['1', '4'],
        ],
      ),
      findings: [{ messageId: 'none', certainty: 'hint' }],
    },
  ],
});
