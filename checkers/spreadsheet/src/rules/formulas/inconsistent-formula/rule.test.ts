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
      name: 'a subtotal in between',
      example: () => changed((rows) => rows.splice(5, 1, ['Subtotal', null, null, { formula: 'SUM(D2:D5)', result: 1 }])),
    },
  ],
  invalid: [
    {
      name: 'a sum that stops before the others of its row do',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['', 'Q1', 'Q2', 'Q3', 'Q4'],
              ['North', 1, 2, 3, 4],
              ['South', 5, 6, 7, 8],
              ['West', 9, 1, 2, 3],
              ['Total', ...['B', 'C', 'D', 'E'].map((name) => ({ formula: `SUM(${name}2:${name}${name === 'D' ? 3 : 4})`, result: 1 }))],
            ],
          }),
        },
      }),
      findings: [
        {
          messageId: 'formula',
          at: { kind: 'cell', range: 'D5' },
          message: 'The formula =SUM(D2:D3) in D5 differs from the 3 beside it in its row, such as =SUM(C2:C4) in C5',
          certainty: 'likely',
        },
      ],
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
