import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

/** Regions with their share of the whole, as percent. */
export function regions(shares: readonly number[], total?: number): SheetSpec {
  return [
    ['Region', 'Revenue', 'Share'],
    ...shares.map((share, index): SheetSpec[number] => [`Region ${index + 1}`, Math.round(share * 1000), share]),
    ...(total === undefined ? [] : [['Total', 1000, total]]),
  ];
}

export const sharesNotWholePlant: Plant = definePlant({
  rule: 'spreadsheet/shares-not-whole',
  clean: async () => ({
    files: {
      'regions.xlsx': await workbookOf({ Regions: regions([0.25, 0.4, 0.2, 0.15], 1) }, (workbook) => {
        workbook.getWorksheet('Regions')!.getColumn(3).numFmt = '0%';
      }),
    },
  }),
  ways: {
    'a share that was not updated': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Regions');
        if (sheet?.getCell('C3').value !== 0.4) return undefined;
        sheet.getCell('C3').value = 0.35;
        return [{ messageId: 'total', at: { kind: 'cell', sheet: 'Regions', range: 'C6' } }];
      }),
  },
});
