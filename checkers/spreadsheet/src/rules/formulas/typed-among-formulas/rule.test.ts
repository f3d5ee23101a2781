import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { typedAmongFormulasPlant, years } from './plant.ts';
import { typedAmongFormulas } from './rule.ts';

type Cell = SheetSpec[number][number];

const changed = async (edit: (rows: Cell[][]) => void, count = 4): Promise<{ files: { 'a.xlsx': Uint8Array } }> => {
  const rows = years(count).map((row) => [...row]);
  edit(rows);
  return { files: { 'a.xlsx': await workbookOf({ S: rows }) } };
};

const subtotals = (row: number): readonly Cell[] =>
  ['B', 'C', 'D', 'E'].map((name) => ({ formula: `SUM(${name}${row - 2}:${name}${row - 1})`, result: 3 }));

testRule(typedAmongFormulas, {
  plant: typedAmongFormulasPlant,
  valid: [
    { name: 'a block that is typed throughout', example: () => changed((rows) => [11, 12, 13].forEach((row) => (rows[row]![2] = 0.3))) },
    { name: 'a text among the formulas', example: () => changed((rows) => (rows[11]![2] = 'n/a')) },
    { name: 'one other block is too few', example: () => changed((rows) => (rows[6]![2] = 0.2), 2) },
    { name: 'typed numbers that are no fewer than the formulas, and right', example: () => changed((rows) => (rows[11]![2] = 1 / 6)) },
    { name: 'as many mixed blocks as whole ones', example: () => changed((rows) => [6, 11].forEach((row) => (rows[row]![2] = 0.2))) },
  ],
  invalid: [
    {
      name: 'a typed number in place of an error',
      example: () =>
        changed((rows) => {
          for (const [index, row] of rows.entries())
            if (row[2] !== null && row[2] !== 'Share') row[2] = { formula: `B${index + 1}/D${index + 1}`, result: 1 };
          rows[11]![2] = 0;
        }),
      findings: [{ messageId: 'fails', at: { kind: 'cell', range: 'C12:C14' }, certainty: 'hint' }],
    },
    {
      name: 'one of six numbers is typed, and is what the formula gives',
      example: async () => {
        const rows = Array.from({ length: 3 }, (_, block): SheetSpec => [
          ['Item', 'Amount', 'Twice'],
          ...Array.from({ length: 6 }, (__, line): SheetSpec[number] => ['a', 5, { formula: `B${block * 8 + line + 2}*2`, result: 10 }]),
          [null],
        ]).flat();
        return { files: { 'a.xlsx': await workbookOf({ S: rows.with(11, ['a', 5, 10]) }) } };
      },
      findings: [
        {
          messageId: 'agrees',
          at: { kind: 'cell', range: 'C12' },
          message:
            'Numbers are typed into C12 beside formulas such as =B10*2 in C10; the same cells of other blocks, such as C2:C7, hold formulas only',
          certainty: 'hint',
        },
      ],
    },
    {
      name: 'typed subtotals in a row',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['North', 1, 1, 1, 1],
              ['South', 2, 2, 2, 2],
              ['Subtotal', ...subtotals(3)],
              ['East', 1, 1, 1, 1],
              ['West', 2, 2, 2, 2],
              ['Subtotal', ...subtotals(6)],
              ['Here', 1, 1, 1, 1],
              ['There', 2, 2, 2, 2],
              ['Subtotal', ...subtotals(9).with(2, 4)],
            ],
          }),
        },
      }),
      findings: [
        {
          messageId: 'contradicts',
          at: { kind: 'cell', range: 'B9:E9' },
          message:
            'The total 4 in D9 is typed, and the formula that stands beside it (=SUM(B7:B8) in B9) would give 3; the same cells of other blocks, such as B3:E3, hold formulas only',
          certainty: 'likely',
        },
      ],
    },
  ],
});
