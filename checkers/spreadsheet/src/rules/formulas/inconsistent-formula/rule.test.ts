import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { inconsistentFormulaPlant, ORDERS } from './plant.ts';
import { inconsistentFormula } from './rule.ts';

type Rows = (SheetSpec[number][number] | undefined)[][];

const changed = async (edit: (rows: Rows) => void): Promise<{ files: { 'a.xlsx': Uint8Array } }> => {
  const rows: Rows = ORDERS.map((row) => [...row]);
  edit(rows);
  return { files: { 'a.xlsx': await workbookOf({ S: rows as SheetSpec }) } };
};

testRule(inconsistentFormula, {
  plant: inconsistentFormulaPlant,
  valid: [
    { name: 'the same product in another order', example: () => changed((rows) => (rows[4]![3] = { formula: 'C5*B5', result: 1 })) },
    {
      name: 'a typed result where the inputs are missing',
      example: () => changed((rows) => rows[4]!.splice(1, 3, null, null, 12)),
    },
    { name: 'a first line that begins a chain', example: () => changed((rows) => (rows[1]![3] = { formula: 'B2', result: 1 })) },
    {
      name: 'a rate of the sums above it',
      example: () =>
        changed((rows) => {
          for (let row = 1; row <= 8; row += 1) rows[row]![3] = { formula: `SUM(B${row + 1}:C${row + 1})`, result: 1 };
          rows[4]![3] = { formula: 'D4/D3*100', result: 1 };
        }),
    },
    {
      name: 'the same cells in another order, far from each other',
      example: () =>
        changed((rows) => {
          const line = (row: number): Rows[number] => ['Item', 2, 3, { formula: `B${row}*C${row}`, result: 1 }];
          rows.splice(1, rows.length, ...Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? line(index + 2) : [])));
          rows[15]![3] = { formula: 'C16*B16', result: 1 };
        }),
    },
    {
      name: 'a subtotal in between',
      example: () => changed((rows) => rows.splice(5, 1, ['Subtotal', null, null, { formula: 'SUM(D2:D5)', result: 1 }])),
    },
  ],
  invalid: [
    {
      name: 'a slip among many formulas of its kind that do not stand together',
      example: () =>
        changed((rows) => {
          const line = (row: number): Rows[number] => ['Item', 2, 3, { formula: `B${row}/C${row}`, result: 1 }];
          rows.splice(1, rows.length, ...Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? line(index + 2) : [])));
          rows[15]![3] = { formula: 'B16/C14', result: 1 };
        }),
      findings: [
        {
          messageId: 'stray',
          at: { kind: 'cell', range: 'D16' },
          message:
            'The formula =B16/C14 in D16 refers to other cells than the 14 formulas of its kind in its column do, such as =B14/C14 in D14',
        },
      ],
    },
    {
      name: 'the last of a short line, where either side may be wrong',
      example: () =>
        changed((rows) => {
          rows.splice(5);
          for (let row = 1; row <= 4; row += 1)
            rows[row]![3] = { formula: `B${row === 4 ? 4 : row + 1}/C${row === 4 ? 4 : row + 1}`, result: 1 };
        }),
      findings: [
        {
          messageId: 'several',
          at: { kind: 'cell', range: 'D2:D5' },
          message: 'The formulas in D2:D5 do not follow one pattern: =B4/C4 in D5, but =B4/C4 in D4 and 2 more of its column',
        },
      ],
    },
    {
      name: 'a range that runs over two rows',
      example: () =>
        changed((rows) => {
          for (let row = 1; row <= 8; row += 1) rows[row]![3] = { formula: `SUM(B${row + 1}:C${row + 1})`, result: 1 };
          rows[4]![3] = { formula: 'SUM(B4:C5)', result: 1 };
        }),
      findings: [{ messageId: 'formula', at: { kind: 'cell', range: 'D5' } }],
    },
    {
      name: 'a reference whose $ is missing, at the end',
      example: () =>
        changed((rows) => {
          for (let row = 1; row <= 8; row += 1) rows[row]![3] = { formula: `B${row + 1}/${row === 8 ? 'D10' : '$D$10'}`, result: 1 };
        }),
      findings: [{ messageId: 'formula', at: { kind: 'cell', range: 'D9' } }],
    },
  ],
});
