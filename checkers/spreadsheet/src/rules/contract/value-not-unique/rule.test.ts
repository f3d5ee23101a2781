import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, sheetWith } from '../../../contract-plants.ts';
import { valueNotUniquePlant } from './plant.ts';
import { valueNotUnique } from './rule.ts';

testRule(valueNotUnique, {
  plant: valueNotUniquePlant,
  valid: [
    {
      name: 'the parts of a key repeat, and the whole does not',
      example: csvWith('id,line\na,1\na,2\nb,1\n', { key: ['id', 'line'] }),
    },
    {
      name: 'blanks, a number and the text of its digits, other case',
      example: () =>
        sheetWith(
          [
            ['id', 'n'],
            [1, 5],
            ['1', 5],
            [null, 6],
            [null, 7],
            ['a', 8],
            ['A', 9],
          ],
          { columns: [{ name: 'id', unique: true }, 'n'] },
        ),
    },
    {
      name: 'values whose joined texts are equal',
      example: csvWith('a,b\nx y,z\nx,y z\n', { key: ['a', 'b'] }),
    },
  ],
  invalid: [
    {
      name: 'a value twice more',
      example: csvWith('id,n\na,1\nb,2\na,3\na,4\n', { columns: [{ name: 'id', unique: true }] }),
      findings: [
        { messageId: 'again', message: "'id' holds 'a' again; it stands in row 2 already" },
        { messageId: 'again', at: { kind: 'cell', range: 'A5' } },
      ],
    },
    {
      name: 'a key of two columns, below a title',
      example: () =>
        sheetWith([['Lines of orders'], [], ['id', 'line', 'x'], ['a', 1, 5], ['a', 2, 6], ['a', 1, 7]], { key: ['id', 'line'] }),
      findings: [{ messageId: 'key', message: "The key 'id', 'line' is 'a', '1' again; it stands in row 4 already" }],
    },
  ],
});
