import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

/** Two quarters of regions, with totals that were typed below them. */
export function quarters(totals: readonly (number | string)[], label = 'Total'): SheetSpec {
  return [
    ['Region', 'Q1', 'Q2', 'Q3'],
    ['North', 120, 140, 150],
    ['South', 80, 95, 90],
    ['East', 60, 55, 70],
    ['West', 45, 50, 65],
    [label, ...totals],
  ];
}

export const typedTotalMismatchPlant: Plant = definePlant({
  rule: 'spreadsheet/typed-total-mismatch',
  clean: async () => ({ files: { 'regions.xlsx': await workbookOf({ Regions: quarters([305, 340, 375]) }) } }),
  ways: {
    'a row that changed after its total was typed': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Regions');
        if (sheet?.getCell('C3').value !== 95) return undefined;
        sheet.getCell('C3').value = 105;
        return [{ messageId: 'off', at: { kind: 'cell', sheet: 'Regions', range: 'C6' } }];
      }),
    'a total with two digits exchanged': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Regions');
        if (sheet?.getCell('D6').value !== 375) return undefined;
        sheet.getCell('D6').value = 357;
        return [{ messageId: 'off', at: { kind: 'cell', sheet: 'Regions', range: 'D6' } }];
      }),
  },
});
