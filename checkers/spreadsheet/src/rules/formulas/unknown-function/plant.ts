import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const unknownFunctionPlant: Plant = definePlant({
  rule: 'spreadsheet/unknown-function',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'a newer function without its prefix': (clean) => plant(clean, 'XLOOKUP(A4,A2:A9,C2:C9)', 'prefix-missing'),
    'a function in another language': (clean) => plant(clean, 'SUMME(B4:C4)', 'unknown'),
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
