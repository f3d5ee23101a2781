import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const doubledOperatorPlant: Plant = definePlant({
  rule: 'spreadsheet/doubled-operator',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'a minus too many': (clean) => plant(clean, 'C4--B4', 'minus'),
    'a plus too many': (clean) => plant(clean, 'C4++B4', 'signs'),
  },
});

function plant(clean: Parameters<Plant['ways'][string]>[0], formula: string, messageId: string): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    const cell = workbook.getWorksheet('Orders')?.getCell('D4');
    if (!cell?.formula) return undefined;
    cell.value = { formula, result: cell.result };
    return [{ messageId, at: { kind: 'cell', sheet: 'Orders', range: 'D4' } }];
  });
}
