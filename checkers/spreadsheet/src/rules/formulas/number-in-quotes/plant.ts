import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const numberInQuotesPlant: Plant = definePlant({
  rule: 'spreadsheet/number-in-quotes',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'a comparison with a text': (clean) => plant(clean, 'IF(C4="5",B4,0)', 0, 'compared'),
    'a text for a sum': (clean) => plant(clean, 'IF(C4>0,"1","0")', '1', 'summed'),
  },
});

function plant(
  clean: Parameters<Plant['ways'][string]>[0],
  formula: string,
  result: string | number,
  messageId: string,
): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    const cell = workbook.getWorksheet('Orders')?.getCell('D4');
    if (!cell?.formula) return undefined;
    cell.value = { formula, result };
    return [{ messageId, at: { kind: 'cell', sheet: 'Orders', range: 'D4' } }];
  });
}
