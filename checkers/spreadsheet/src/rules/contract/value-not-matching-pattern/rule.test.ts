import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, sheetWith } from '../../../contract-plants.ts';
import { valueNotMatchingPatternPlant } from './plant.ts';
import { valueNotMatchingPattern } from './rule.ts';

testRule(valueNotMatchingPattern, {
  plant: valueNotMatchingPatternPlant,
  valid: [
    {
      name: 'numbers that are shown with their zeros, and dates',
      example: () =>
        sheetWith(
          [
            ['zip', 'day'],
            [1067, new Date('2024-03-01T00:00:00Z')],
            [80331, null],
          ],
          {
            columns: [
              { name: 'zip', pattern: String.raw`\d{5}` },
              { name: 'day', pattern: '2024-.*' },
            ],
          },
          { A: '00000' },
        ),
    },
    {
      name: 'letters of all alphabets',
      example: csvWith('a\nÄrger\nЖук\n', { columns: [{ name: 'a', pattern: String.raw`\p{Lu}\p{Ll}+` }] }),
    },
  ],
  invalid: [
    {
      name: 'the whole value must match',
      example: csvWith('zip\n01067\n1067\n01067x\n', { columns: [{ name: 'zip', pattern: String.raw`\d{5}` }] }),
      findings: [
        { messageId: 'other', message: String.raw`'zip' holds '1067', which does not match \d{5}` },
        { messageId: 'other', message: String.raw`'zip' holds '01067x', which does not match \d{5}` },
      ],
    },
    {
      name: 'a pattern that would hang an engine that tracks back',
      example: csvWith(`a\n${'a'.repeat(40_000)}\n`, { columns: [{ name: 'a', pattern: '(?:a+)+b' }] }),
      findings: [{ messageId: 'other' }],
    },
  ],
});
