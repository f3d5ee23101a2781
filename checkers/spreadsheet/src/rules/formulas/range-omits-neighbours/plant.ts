import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const rangeOmitsNeighboursPlant: Plant = definePlant({
  rule: 'spreadsheet/range-omits-neighbours',
  clean: async () => ({
    files: {
      'costs.xlsx': await workbookOf({
        Costs: [
          ['Item', 2024],
          ['Rent', 1200.5],
          ['Power', 310],
          ['Travel', 95.2],
          ['Post', 14],
          ['Total', { formula: 'SUM(B2:B5)', result: 1619.7 }],
        ],
      }),
    },
  }),
  ways: {
    'rows were added below and the sum was not extended': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Costs')?.getCell('B6');
        if (cell?.formula !== 'SUM(B2:B5)') return undefined;
        cell.value = { formula: 'SUM(B2:B3)', result: 1510.5 };
        return [{ messageId: 'omitted', at: { kind: 'cell', sheet: 'Costs', range: 'B6' } }];
      }),
    'the sum begins one row too late': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Costs')?.getCell('B6');
        if (cell?.formula !== 'SUM(B2:B5)') return undefined;
        cell.value = { formula: 'SUM(B3:B5)', result: 419.2 };
        return [{ messageId: 'above', at: { kind: 'cell', sheet: 'Costs', range: 'B6' } }];
      }),
  },
});
