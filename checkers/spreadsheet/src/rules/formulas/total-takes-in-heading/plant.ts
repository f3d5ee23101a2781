import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const totalTakesInHeadingPlant: Plant = definePlant({
  rule: 'spreadsheet/total-takes-in-heading',
  clean: async () => ({
    files: {
      'costs.xlsx': await workbookOf({
        Costs: [
          ['Running costs', null, null],
          ['Rent', 1200, 1250],
          ['Power', 310, 330],
          ['Total', { formula: 'SUM(B2:B3)', result: 1510 }, { formula: 'SUM(C2:C3)', result: 1580 }],
        ],
      }),
    },
  }),
  ways: {
    'a total begins at the year above it': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Costs');
        if (sheet?.getCell('B4').formula !== 'SUM(B2:B3)') return undefined;
        sheet.getRow(1).values = ['Item', 2024, 2025];
        sheet.getCell('B4').value = { formula: 'SUM(B1:B3)', result: 3534 };
        return [{ messageId: 'number', at: { kind: 'cell', sheet: 'Costs', range: 'B4' } }];
      }),
    'both totals begin at the heading': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Costs');
        if (sheet?.getCell('B4').formula !== 'SUM(B2:B3)') return undefined;
        sheet.getCell('B4').value = { formula: 'SUM(B1:B3)', result: 1510 };
        sheet.getCell('C4').value = { formula: 'SUM(C1:C3)', result: 1580 };
        return [{ messageId: 'heading', at: { kind: 'cell', sheet: 'Costs', range: 'B4:C4' } }];
      }),
  },
});
