import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const brokenReferencePlant: Plant = definePlant({
  rule: 'spreadsheet/broken-reference',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'a formula whose row was deleted, hidden by its old value': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        for (const sheet of workbook.worksheets) {
          const cell = sheet.getCell('D10');
          if (!/^SUM\([A-Z]+\d+:[A-Z]+\d+\)$/.test(cell.formula ?? '')) continue;
          cell.value = { formula: 'SUM(#REF!)', result: 354 };
          return [{ messageId: 'formula', at: { kind: 'cell', sheet: sheet.name, range: 'D10' } }];
        }
        return undefined;
      }),
  },
});
