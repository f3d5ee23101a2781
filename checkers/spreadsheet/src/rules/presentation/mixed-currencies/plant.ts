import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

const ROWS: SheetSpec = [
  ['Order', 'Amount'],
  ...Array.from({ length: 12 }, (_, index): SheetSpec[number] => [`Order ${index + 1}`, (index + 3) * 12.5]),
];

export const mixedCurrenciesPlant: Plant = definePlant({
  rule: 'spreadsheet/mixed-currencies',
  clean: async () => ({
    files: {
      'orders.xlsx': await workbookOf({ Orders: ROWS }, (workbook) => {
        const sheet = workbook.getWorksheet('Orders')!;
        sheet.getColumn(2).numFmt = '#,##0.00 "€"';
        sheet.getColumn(2).width = 14;
      }),
    },
  }),
  ways: {
    'one amount in dollars': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Orders')?.getCell('B7');
        if (cell?.numFmt !== '#,##0.00 "€"') return undefined;
        // Cells share their style objects.
        cell.style = { ...cell.style, numFmt: '$#,##0.00' };
        return [{ messageId: 'other', at: { kind: 'cell', sheet: 'Orders', range: 'B7' } }];
      }),
  },
});
