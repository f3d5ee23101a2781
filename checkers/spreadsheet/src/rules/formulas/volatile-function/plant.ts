import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const volatileFunctionPlant: Plant = definePlant({
  rule: 'spreadsheet/volatile-function',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'numbers by chance': (clean) => plant(clean, 'RANDBETWEEN(1,100)', 'chance'),
    'the day of the reader': (clean) => plant(clean, 'TODAY()-C4', 'moment'),
    'a reference as text': (clean) => plant(clean, 'INDIRECT("C"&4)', 'reference'),
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
