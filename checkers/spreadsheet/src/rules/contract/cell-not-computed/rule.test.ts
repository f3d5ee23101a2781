import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, workbookWith } from '../../../contract-plants.ts';
import { cellNotComputedPlant } from './plant.ts';
import { cellNotComputed } from './rule.ts';

const SHEETS = {
  S: [
    ['Item', 'Cost'],
    ['a', 1],
    ['b', 2],
    ['Total', { formula: 'SUM(B2:B3)', result: 3 }],
  ],
} as const;

testRule(cellNotComputed, {
  plant: cellNotComputedPlant,
  valid: [
    {
      name: 'a formula where one was asked for, also without a value, and none where none was',
      example: () =>
        workbookWith(
          { ...SHEETS, T: [['a'], [{ formula: 'S!B2' }]] },
          {
            cells: [
              { at: { sheet: 'S', row: 'Total', column: 'Cost' }, formula: true },
              { at: 'S!B2:B3', formula: false },
              { at: 'T!A2', formula: true },
            ],
          },
        ),
    },
    { name: 'a csv is not checked', example: csvWith('a,b\n1,2\n', { cells: [{ at: 'B2', formula: true }] }) },
  ],
  invalid: [
    {
      name: 'typed, blank, computed, and not there',
      example: () =>
        workbookWith(SHEETS, {
          cells: [
            { at: 'S!B3', formula: true },
            { at: 'S!C9', formula: true },
            { at: 'S!B4', formula: false },
            { at: { row: 'Sum', column: 'Cost' }, formula: true },
          ],
        }),
      findings: [
        { messageId: 'typed', message: "B3 on the sheet 'S' holds '2' as it was typed, and a formula was asked for" },
        { messageId: 'blank', message: "C9 on the sheet 'S' is blank, and a formula was asked for" },
        { messageId: 'computed', message: "B4 on the sheet 'S' is computed by =SUM(B2:B3), and a typed value was asked for" },
        { messageId: 'unfound', message: "'Cost' of 'Sum' cannot be looked at: the row 'Sum' under 'Cost' is not there" },
      ],
    },
  ],
});
