import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../../formulas/inconsistent-formula/plant.ts';

export const mergedCellsInDataPlant: Plant = definePlant({
  rule: 'spreadsheet/merged-cells-in-data',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'two rows share a name': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Orders');
        if (!sheet || sheet.rowCount < 6) return undefined;
        sheet.mergeCells('A4:A5');
        return [{ messageId: 'one', at: { kind: 'cell', sheet: 'Orders', range: 'A4:A5' } }];
      }),
  },
});
