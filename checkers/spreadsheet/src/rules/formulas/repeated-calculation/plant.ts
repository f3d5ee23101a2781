import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const repeatedCalculationPlant: Plant = definePlant({
  rule: 'spreadsheet/repeated-calculation',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'an average that is computed twice': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Orders');
        if (sheet?.getCell('D10').formula !== 'SUM(D2:D9)') return undefined;
        for (const cell of ['F2', 'G5']) sheet.getCell(cell).value = { formula: 'SUMPRODUCT(B2:B9,C2:C9)/SUM(C2:C9)', result: 6.8 };
        return [{ messageId: 'repeated', at: { kind: 'cell', sheet: 'Orders', range: 'F2' } }];
      }),
  },
});
