import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

const ROWS: SheetSpec = [
  ['Region', 'Share', 'Order date'],
  ...Array.from({ length: 5 }, (_, index): SheetSpec[number] => [
    `Region ${index + 1}`,
    0.12 + index / 25,
    new Date(Date.UTC(2026, 1, index + 3)),
  ]),
];

export const formatContradictsValuePlant: Plant = definePlant({
  rule: 'spreadsheet/format-contradicts-value',
  clean: async () => ({
    files: {
      'shares.xlsx': await workbookOf({ Shares: ROWS }, (workbook) => {
        const sheet = workbook.getWorksheet('Shares')!;
        sheet.getColumn(2).numFmt = '0%';
        sheet.getColumn(3).width = 14;
      }),
    },
  }),
  ways: {
    'percent of percent': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Shares');
        if (sheet?.getCell('B2').value !== 0.12) return undefined;
        for (let row = 2; row <= 6; row += 1) sheet.getCell(row, 2).value = Number(sheet.getCell(row, 2).value) * 100;
        return [{ messageId: 'percent', at: { kind: 'column', sheet: 'Shares', name: 'Share' } }];
      }),
    'dates as days': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Shares');
        if (!(sheet?.getCell('C2').value instanceof Date)) return undefined;
        for (let row = 2; row <= 6; row += 1) {
          const cell = sheet.getCell(row, 3);
          cell.style = { ...cell.style, numFmt: '0' };
          cell.value = 46_056 + row;
        }
        return [{ messageId: 'serial', at: { kind: 'column', sheet: 'Shares', name: 'Order date' } }];
      }),
  },
});
