import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const hardCodedNumberPlant: Plant = definePlant({
  rule: 'spreadsheet/hard-coded-number',
  clean: async () => ({
    files: {
      'offer.xlsx': await workbookOf({
        Offer: [
          ['Item', 'Net', 'Gross', 'Tax rate'],
          ['Pen', 2, { formula: 'B2*(1+$D$2)', result: 2.38 }, 0.19],
          ['Ink', 5, { formula: 'B3*(1+$D$2)', result: 5.95 }],
          ['Pad', 4, { formula: 'B4*(1+$D$2)', result: 4.76 }],
          ['Total', { formula: 'SUM(B2:B4)', result: 11 }, { formula: 'B5*(1+$D$2)', result: 13.09 }],
        ],
      }),
    },
  }),
  ways: {
    'the rate typed into two kinds of formulas': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Offer');
        if (sheet?.getCell('C5').formula !== 'B5*(1+$D$2)') return undefined;
        for (const row of [2, 3, 4]) sheet.getCell(row, 3).value = { formula: `B${row}*1.19`, result: sheet.getCell(row, 3).result };
        sheet.getCell('C5').value = { formula: 'SUM(B2:B4)*1.19', result: 13.09 };
        return [{ messageId: 'repeated', at: { kind: 'cell', sheet: 'Offer', range: 'C2' } }];
      }),
  },
});
