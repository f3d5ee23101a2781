import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

/** Prices by number, and a lookup in them. */
export const PRICES: SheetSpec = [
  ['No', 'Price', '', 'Ordered', 'Price'],
  [30, 2.5, null, 10, { formula: 'VLOOKUP(D2,$A$2:$B$5,2,FALSE)', result: 4 }],
  [10, 4],
  [40, 1],
  [20, 9],
];

export const approximateLookupUnsortedPlant: Plant = definePlant({
  rule: 'spreadsheet/approximate-lookup-unsorted',
  clean: async () => ({
    files: {
      'prices.xlsx': await workbookOf({
        Prices: PRICES,
        Bands: [
          ['From', 'Rate'],
          [0, 0.1],
          [100, 0.2],
          [500, 0.3],
          ['Sale', { formula: 'VLOOKUP(120,A2:B4,2)', result: 0.2 }],
        ],
      }),
    },
  }),
  ways: {
    'the last argument left out': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Prices')?.getCell('E2');
        if (cell?.formula !== 'VLOOKUP(D2,$A$2:$B$5,2,FALSE)') return undefined;
        cell.value = { formula: 'VLOOKUP(D2,$A$2:$B$5,2)', result: 4 };
        return [{ messageId: 'unsorted', at: { kind: 'cell', sheet: 'Prices', range: 'E2' } }];
      }),
  },
});
