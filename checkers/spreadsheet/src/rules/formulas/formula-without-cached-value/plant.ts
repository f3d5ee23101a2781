import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const formulaWithoutCachedValuePlant: Plant = definePlant({
  rule: 'spreadsheet/formula-without-cached-value',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'a sheet written without calculation': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        for (const sheet of workbook.worksheets) {
          let formulas = 0;
          sheet.eachRow((row) =>
            row.eachCell((cell) => {
              if (!cell.formula) return;
              cell.value = { formula: cell.formula };
              formulas += 1;
            }),
          );
          if (formulas > 0) return [{ messageId: formulas === 1 ? 'one' : 'some', at: { kind: 'cell', sheet: sheet.name } }];
        }
        return undefined;
      }),
  },
});
