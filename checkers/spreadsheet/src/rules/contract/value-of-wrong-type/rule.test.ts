import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, sheetWith, workbookWith } from '../../../contract-plants.ts';
import { valueOfWrongTypePlant } from './plant.ts';
import { valueOfWrongType } from './rule.ts';

const day = new Date('2024-03-01T00:00:00Z');

testRule(valueOfWrongType, {
  plant: valueOfWrongTypePlant,
  valid: [
    {
      name: 'every type, with blanks, totals and notes',
      example: () =>
        sheetWith(
          [
            ['Deliveries of the year'],
            [],
            ['id', 'n', 'share', 'day', 'at', 'done'],
            ['00017', 3, 0.5, day, new Date('2024-03-01T12:30:00Z'), true],
            ['B', null, -2, day, day, false],
            ['Total', 3, { formula: 'SUM(C4:C5)', result: -1.5 }, null, null, null],
            [],
            ['Source: the ledger'],
          ],
          {
            columns: [
              { name: 'id', type: 'text' },
              { name: 'n', type: 'integer' },
              { name: 'share', type: 'number' },
              { name: 'day', type: 'date' },
              { name: 'at', type: 'datetime' },
              { name: 'done', type: 'boolean' },
            ],
          },
          { D: 'dd.mm.yyyy', E: 'dd.mm.yyyy hh:mm' },
        ),
    },
    {
      name: 'every type in a csv',
      example: csvWith(
        'id,n,share,day,at,done\n007,12,-.5,2024-02-29,2024-02-29T23:59,TRUE\n8, 3 ,1e3,2024-01-01,2024-01-01 00:00:30Z,false\n',
        {
          columns: [
            { name: 'id', type: 'text' },
            { name: 'n', type: 'integer' },
            { name: 'share', type: 'number' },
            { name: 'day', type: 'date' },
            { name: 'at', type: 'datetime' },
            { name: 'done', type: 'boolean' },
          ],
        },
      ),
    },
    {
      name: 'a decimal comma where fields are cut by semicolons',
      example: csvWith('id;n\n1;2,5\n2;3\n', { columns: [{ name: 'n', type: 'number' }] }),
    },
    {
      name: 'an error is the matter of another rule, a formula without a value is not checked',
      example: () => sheetWith([['n'], [1], [{ error: '#N/A' }], [{ formula: 'A2*2' }]], { columns: [{ name: 'n', type: 'number' }] }),
    },
    {
      name: 'a smaller table on the sheet has a column of the same name',
      example: () =>
        sheetWith(
          [
            ['id', 'amount', null, 'amount', 'of'],
            ['a', 1, null, 'x', 'North'],
            ['b', 2, null, 'y', 'South'],
            ['c', 3, null, null, null],
          ],
          { columns: ['id', { name: 'amount', type: 'number' }] },
        ),
    },
  ],
  invalid: [
    {
      name: 'numbers, dates and truth values among others',
      example: () =>
        sheetWith(
          [
            ['n', 'day', 'done'],
            [1, day, true],
            ['n/a', '2024-03-01', 'TRUE'],
            [day, 45352, 1],
          ],
          {
            columns: [
              { name: 'n', type: 'number' },
              { name: 'day', type: 'date' },
              { name: 'done', type: 'boolean' },
            ],
          },
        ),
      findings: [
        { messageId: 'wrong', message: "'n' holds the text 'n/a', and a number was asked for" },
        { messageId: 'wrong', message: "'n' holds the date or time '2024-03-01', and a number was asked for" },
        { messageId: 'wrong', message: "'day' holds the text '2024-03-01', and a date was asked for" },
        { messageId: 'wrong', message: "'day' holds the number '45352', and a date was asked for" },
        { messageId: 'wrong', message: "'done' holds the text 'TRUE', and true or false was asked for" },
        { messageId: 'wrong', message: "'done' holds the number '1', and true or false was asked for" },
      ],
    },
    {
      name: 'what is written otherwise in a csv',
      example: csvWith('n,day,k\n"1,200",31.12.2024,3.5\n12%,2024-02-30,4\n', {
        columns: [
          { name: 'n', type: 'number' },
          { name: 'day', type: 'date' },
          { name: 'k', type: 'integer' },
        ],
      }),
      findings: [
        { messageId: 'wrong', message: "'n' holds '1,200', and a number was asked for" },
        { messageId: 'wrong', message: "'n' holds '12%', and a number was asked for" },
        { messageId: 'wrong', message: "'day' holds '31.12.2024', and a date was asked for" },
        { messageId: 'wrong', message: "'day' holds '2024-02-30', and a date was asked for" },
        { messageId: 'wrong', message: "'k' holds '3.5', and a whole number was asked for" },
      ],
    },
    {
      name: 'bounds ask for numbers',
      example: csvWith('n\n1\nmany\n', { columns: [{ name: 'n', max: 9 }] }),
      findings: [{ messageId: 'wrong' }],
    },
    {
      name: 'columns of the workbook as a whole, and of every sheet',
      example: () =>
        workbookWith(
          {
            Notes: [['Made for Acme']],
            A: [
              ['id', 'n'],
              ['a', 1],
              ['b', 'two'],
            ],
          },
          { columns: ['id', { name: 'n', type: 'number' }], sheets: [{ name: '*', columns: [{ name: 'id', type: 'number' }] }] },
        ),
      findings: [{ messageId: 'wrong' }, { messageId: 'wrong' }, { messageId: 'wrong' }],
    },
  ],
});
