import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const malformedFormulaPlant: Plant = definePlant({
  rule: 'spreadsheet/malformed-formula',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'semicolons between arguments': (clean) => plant(clean, 'SUM(B4;C4)', 'separator'),
    'a power as programs write it': (clean) => plant(clean, 'B4**2', 'operator'),
    'an open parenthesis': (clean) => plant(clean, 'SUM(B4:C4', 'unclosed'),
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
