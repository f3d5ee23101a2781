import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, sheetWith } from '../../../contract-plants.ts';
import { valueOutOfRangePlant } from './plant.ts';
import { valueOutOfRange } from './rule.ts';

const at = (text: string): Date => new Date(`${text}Z`);

testRule(valueOutOfRange, {
  plant: valueOutOfRangePlant,
  valid: [
    {
      name: 'both ends are included, and all of the last day',
      example: () =>
        sheetWith(
          [
            ['n', 'at'],
            [0, at('2024-01-01T00:00:00')],
            [100, at('2024-12-31T23:59:00')],
            ['n/a', null],
          ],
          {
            columns: [
              { name: 'n', min: 0, max: 100 },
              { name: 'at', min: '2024-01-01', max: '2024-12-31' },
            ],
          },
        ),
    },
    {
      name: 'totals go beyond',
      example: () =>
        sheetWith(
          [
            ['i', 'n'],
            ['a', 60],
            ['b', 70],
            ['Total', 130],
          ],
          { columns: [{ name: 'n', max: 100 }] },
        ),
    },
    {
      name: 'the last digits of a sum',
      example: () => sheetWith([['n'], [{ formula: '0.1+0.2', result: 0.30000000000000004 }]], { columns: [{ name: 'n', max: 0.3 }] }),
    },
    { name: 'one end only', example: csvWith('n\n-5\n1e3\n', { columns: [{ name: 'n', min: -5 }] }) },
  ],
  invalid: [
    {
      name: 'below and above',
      example: csvWith('n,day\n-0.01,2023-12-31\n5,2024-06-01\n100.5,2025-01-01\n', {
        columns: [
          { name: 'n', min: 0, max: 100 },
          { name: 'day', type: 'date', min: '2024-01-01', max: '2024-12-31' },
        ],
      }),
      findings: [
        { messageId: 'below', message: "'n' holds -0.01, and at least 0 was asked for" },
        { messageId: 'above', message: "'n' holds 100.5, and at most 100 was asked for" },
        { messageId: 'below', message: "'day' holds 2023-12-31, and at least 2024-01-01 was asked for" },
        { messageId: 'above', message: "'day' holds 2025-01-01, and at most 2024-12-31 was asked for" },
      ],
    },
    {
      name: 'a time of day as the bound',
      example: () =>
        sheetWith([['at'], [at('2024-05-01T18:30:00')], [at('2024-05-01T17:00:00')]], {
          columns: [{ name: 'at', max: '2024-05-01T18:00' }],
        }),
      findings: [{ messageId: 'above', at: { kind: 'cell', range: 'A2' } }],
    },
  ],
});
