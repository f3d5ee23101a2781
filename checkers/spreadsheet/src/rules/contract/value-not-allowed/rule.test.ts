import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, sheetWith } from '../../../contract-plants.ts';
import { valueNotAllowedPlant } from './plant.ts';
import { valueNotAllowed } from './rule.ts';

testRule(valueNotAllowed, {
  plant: valueNotAllowedPlant,
  valid: [
    {
      name: 'texts, numbers and truth values',
      example: () =>
        sheetWith(
          [
            ['a', 'n', 'ok'],
            ['x', 1, true],
            ['y', 2.5, false],
            [null, null, null],
            ['x', 1, true],
          ],
          {
            columns: [
              { name: 'a', values: ['x', 'y'] },
              { name: 'n', values: [1, 2.5] },
              { name: 'ok', values: [true, false] },
            ],
          },
        ),
    },
    {
      name: 'numbers of a csv by what they are',
      example: csvWith('n,ok\n1.50,true\n2,FALSE\n', {
        columns: [
          { name: 'n', values: [1.5, 2] },
          { name: 'ok', values: [true, false] },
        ],
      }),
    },
  ],
  invalid: [
    {
      name: 'other values, and other spellings',
      example: csvWith('s\nopen\nOpen\nopen \nlost\n', { columns: [{ name: 's', values: ['open', 'closed'] }] }),
      findings: [
        { messageId: 'similar', message: "'s' holds 'Open', and 'open' was asked for" },
        { messageId: 'similar', message: "'s' holds 'open ', and 'open' was asked for" },
        { messageId: 'other', message: "'s' holds 'lost', which is none of open, closed" },
      ],
    },
    {
      name: 'a code without its zeros',
      example: csvWith('c\n007\n7\n', { columns: [{ name: 'c', values: ['007'] }] }),
      findings: [{ messageId: 'other', message: "'c' holds '7', which is none of 007" }],
    },
  ],
});
