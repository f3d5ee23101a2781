import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, workbookWith } from '../../../contract-plants.ts';
import { cellNotAsAskedPlant } from './plant.ts';
import { cellNotAsAsked } from './rule.ts';

const day = new Date('2024-03-01T00:00:00Z');
const SHEETS = {
  S: [
    ['Q3 2024', null, null],
    ['Item', 'Cost', 'Paid'],
    ['a', 1.1, true],
    ['b', 2.2, false],
    ['Total', { formula: 'SUM(B3:B4)', result: 3.3000000000000003 }, null],
    ['As of', day, null],
  ],
} as const;

testRule(cellNotAsAsked, {
  plant: cellNotAsAskedPlant,
  valid: [
    {
      name: 'texts, sums, dates, truth values, and a range',
      example: () =>
        workbookWith(SHEETS, {
          cells: [
            { at: 'S!A1', matches: 'Q3 2024.*' },
            { at: { sheet: 'S', row: 'Total', column: 'Cost' }, value: 3.3 },
            { at: 'S!B6', value: '2024-03-01' },
            { at: 'C3', value: true },
            { at: 'S!B3:B4', matches: String.raw`\d\.\d` },
            { at: 'S!B3', value: 1, tolerance: 0.1 },
          ],
        }),
    },
    {
      name: 'a csv',
      example: csvWith('id,n\na,1.50\nb,2\n', {
        cells: [
          { at: 'B2', value: 1.5 },
          { at: { column: 'n', row: 'b' }, value: 2 },
        ],
      }),
    },
    {
      name: 'a formula without a value is not checked',
      example: () =>
        workbookWith(
          {
            S: [
              ['a', 'b'],
              [1, { formula: 'A2' }],
            ],
          },
          { cells: [{ at: 'S!B2', value: 1 }] },
        ),
    },
  ],
  invalid: [
    {
      name: 'other values',
      example: () =>
        workbookWith(SHEETS, {
          cells: [
            { at: 'S!A1', value: 'Q4 2024' },
            { at: 'S!B3', value: '1.1' },
            { at: 'S!C5', value: 0 },
            { at: 'S!B5', value: 3.4, tolerance: 0.01 },
            { at: 'S!A2', matches: 'I' },
            { at: { column: 'Tax' }, value: 1 },
            { at: 'T!A1', value: 1 },
          ],
        }),
      findings: [
        { messageId: 'value', message: "A1 on the sheet 'S' holds the text 'Q3 2024', and 'Q4 2024' was asked for" },
        { messageId: 'value', message: "B3 on the sheet 'S' holds the number '1.1', and '1.1' was asked for" },
        { messageId: 'blank', message: "C5 on the sheet 'S' is blank, and 0 was asked for" },
        { messageId: 'value', message: "B5 on the sheet 'S' holds the number '3.3000000000000003', and 3.4 was asked for" },
        { messageId: 'pattern', message: "A2 on the sheet 'S' holds 'Item', which does not match I" },
        { messageId: 'unfound', message: "'Tax' cannot be looked at: the column 'Tax' is not there" },
        { messageId: 'unfound', message: 'T!A1 cannot be looked at: the sheet of T!A1 is not there' },
      ],
    },
  ],
});
