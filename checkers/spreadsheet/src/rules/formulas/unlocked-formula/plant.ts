import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const unlockedFormulaPlant: Plant = definePlant({
  rule: 'spreadsheet/unlocked-formula',
  clean: async () => ({
    files: {
      'orders.xlsx': await workbookOf({ Orders: ORDERS }, (workbook) => {
        const sheet = workbook.getWorksheet('Orders')!;
        for (let row = 2; row <= 9; row += 1) sheet.getCell(row, 2).protection = { locked: false };
        // What exceljs writes for a sheet that was protected without a password.
        Object.assign(sheet, { sheetProtection: { sheet: true } });
      }),
    },
  }),
  ways: {
    'one formula is unlocked': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Orders');
        if (!sheet?.getCell('D4').formula) return undefined;
        sheet.getCell('D4').protection = { locked: false };
        return [{ messageId: 'some', at: { kind: 'cell', sheet: 'Orders', range: 'D4' } }];
      }),
  },
});
