import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

/** Years with a share of each of their lines, one block below the other. */
export function years(count: number): SheetSpec {
  return Array.from({ length: count }, (_, index): SheetSpec => {
    const top = index * 5 + 1;
    return [
      [`Year ${2001 + index}`, 'Amount', 'Share'],
      ...['North', 'South', 'West'].map((name, line): SheetSpec[number] => [
        name,
        10 * (line + 1),
        { formula: `B${top + 1 + line}/60`, result: (line + 1) / 6 },
      ]),
      [null, null, null],
    ];
  }).flat();
}

export const typedAmongFormulasPlant: Plant = definePlant({
  rule: 'spreadsheet/typed-among-formulas',
  clean: async () => ({ files: { 'years.xlsx': await workbookOf({ Years: years(4) }) } }),
  ways: {
    'one share of a year is typed': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Years')?.getCell('C12');
        if (cell?.formula !== 'B12/60') return undefined;
        cell.value = 0.25;
        return [{ messageId: 'overrides', at: { kind: 'cell', sheet: 'Years', range: 'C12' } }];
      }),
  },
});
