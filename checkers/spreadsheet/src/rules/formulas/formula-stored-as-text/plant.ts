import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const formulaStoredAsTextPlant: Plant = definePlant({
  rule: 'spreadsheet/formula-stored-as-text',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'a formula written as a string': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        for (const sheet of workbook.worksheets) {
          const cell = sheet.getCell('D5');
          if (cell.formula !== 'B5*C5') continue;
          cell.value = `=${cell.formula}`;
          return [{ messageId: 'formula', at: { kind: 'cell', sheet: sheet.name, range: 'D5' }, excerpt: '=B5*C5' }];
        }
        return undefined;
      }),
  },
});
