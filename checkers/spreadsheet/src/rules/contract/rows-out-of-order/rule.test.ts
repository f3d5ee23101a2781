import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, sheetWith } from '../../../contract-plants.ts';
import { rowsOutOfOrderPlant } from './plant.ts';
import { rowsOutOfOrder } from './rule.ts';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

testRule(rowsOutOfOrder, {
  plant: rowsOutOfOrderPlant,
  valid: [
    {
      name: 'by day, then by amount from the highest down; a blank, and totals',
      example: () =>
        sheetWith(
          [
            ['day', 'n'],
            [day('2024-01-01'), 9],
            [day('2024-01-01'), 3],
            [null, 50],
            [day('2024-02-01'), 7],
            ['Total', 69],
          ],
          { sortedBy: ['day', { column: 'n', descending: true }] },
        ),
    },
    { name: 'numbers of a csv by value', example: csvWith('n\n2\n10\n100\n', { sortedBy: 'n' }) },
    { name: 'letter by letter', example: csvWith('a,n\nB,1\nC,2\na,3\n', { sortedBy: 'a' }) },
    { name: 'without regard to case', example: csvWith('a,n\na,1\nB,2\nc,3\nÉ,4\nf,5\n', { sortedBy: 'a' }) },
    { name: 'numbers in texts by value', example: csvWith('a,n\nItem 9,1\nItem 10,2\nItem 11,3\n', { sortedBy: 'a' }) },
    { name: 'from the highest down', example: csvWith('n,a\n3,x\n2,x\n2,y\n-1,z\n', { sortedBy: { column: 'n', descending: true } }) },
  ],
  invalid: [
    {
      name: 'one row',
      example: csvWith('day,n\n2024-01-01,1\n2024-03-01,2\n2024-02-01,3\n', { sortedBy: 'day' }),
      findings: [
        {
          messageId: 'order',
          at: { kind: 'cell', range: 'A4' },
          message: "'2024-02-01' stands after '2024-03-01' in 'day', and the rows were to be sorted by 'day'",
        },
      ],
    },
    {
      name: 'many rows are one finding',
      example: csvWith('a,n\nx,5\nx,9\nx,1\ny,4\nx,2\n', { sortedBy: ['a', { column: 'n', descending: true }] }),
      findings: [
        {
          messageId: 'order',
          message:
            "'9' stands after '5' in 'n', as the first of 2 such places, and the rows were to be sorted by 'a', then 'n' from the highest down",
        },
      ],
    },
  ],
});
