import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

/** Two blocks with subtotals and a total of both. */
export const BLOCKS: SheetSpec = [
  ['Item', 'Cost'],
  ['Rent', 1200.5],
  ['Power', 310],
  ['Office', { formula: 'SUM(B2:B3)', result: 1510.5 }],
  ['Travel', 95],
  ['Hotel', 140],
  ['Trips', { formula: 'SUM(B5:B6)', result: 235 }],
  ['Total', { formula: 'B4+B7', result: 1745.5 }],
];

export const doubleCountInTotalPlant: Plant = definePlant({
  rule: 'spreadsheet/double-count-in-total',
  clean: async () => ({ files: { 'costs.xlsx': await workbookOf({ Costs: BLOCKS }) } }),
  ways: {
    'the total adds up everything above': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Costs')?.getCell('B8');
        if (cell?.formula !== 'B4+B7') return undefined;
        cell.value = { formula: 'SUM(B2:B7)', result: 3491 };
        return [{ messageId: 'twice', at: { kind: 'cell', sheet: 'Costs', range: 'B8' } }];
      }),
  },
});
