import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const formulaOfBlankCellsPlant: Plant = definePlant({
  rule: 'spreadsheet/formula-of-blank-cells',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'the total of a column that is not there': (clean) => plant(clean, 'SUM(G2:G9)', 'beyond'),
    'the total of rows behind the last one': (clean) => plant(clean, 'SUM(D20:D29)', 'beyond'),
  },
});

function plant(clean: Parameters<Plant['ways'][string]>[0], formula: string, messageId: string): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    const cell = workbook.getWorksheet('Orders')?.getCell('D10');
    if (cell?.formula !== 'SUM(D2:D9)') return undefined;
    cell.value = { formula, result: 0 };
    return [{ messageId, at: { kind: 'cell', sheet: 'Orders', range: 'D10' } }];
  });
}
