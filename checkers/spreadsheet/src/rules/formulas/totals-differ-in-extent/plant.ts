import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

/** Three regions by quarter, with a total under each quarter over the rows from `first` to `last`. */
export function quarters(extents: readonly (readonly [first: number, last: number])[]): SheetSpec {
  const names = ['North', 'South', 'West'];
  const columns = extents.map(([first, last], quarter) => ({
    letter: String.fromCharCode(66 + quarter),
    numbers: names.map((_, line) => 10 * (line + 1) + quarter),
    first,
    last,
  }));
  return [
    ['Region', ...extents.map((_, quarter) => `Q${quarter + 1}`)],
    ...names.map((name, line) => [name, ...columns.map(({ numbers }) => numbers[line] ?? 0)]),
    [
      'Total',
      ...columns.map(({ letter, numbers, first, last }) => ({
        formula: `SUM(${letter}${first}:${letter}${last})`,
        result: numbers.slice(first - 2, last - 1).reduce((sum, number) => sum + number, 0),
      })),
    ],
  ];
}

export const totalsDifferInExtentPlant: Plant = definePlant({
  rule: 'spreadsheet/totals-differ-in-extent',
  clean: async () => ({ files: { 'quarters.xlsx': await workbookOf({ Quarters: quarters(Array.from({ length: 6 }, () => [2, 4])) }) } }),
  ways: {
    'one of many totals stops a row early': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Quarters')?.getCell('D5');
        if (cell?.formula !== 'SUM(D2:D4)') return undefined;
        cell.value = { formula: 'SUM(D2:D3)', result: 34 };
        return [{ messageId: 'odd', at: { kind: 'cell', sheet: 'Quarters', range: 'D5' } }];
      }),
    'half of the totals begin in the header': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Quarters');
        if (sheet?.getCell('B5').formula !== 'SUM(B2:B4)') return undefined;
        for (const name of ['E', 'F', 'G']) sheet.getCell(`${name}5`).value = { formula: `SUM(${name}1:${name}4)`, result: 60 };
        return [{ messageId: 'several', at: { kind: 'cell', sheet: 'Quarters', range: 'B5:G5' } }];
      }),
  },
});
