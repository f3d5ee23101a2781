import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../inconsistent-formula/plant.ts';

export const longFormulaPlant: Plant = definePlant({
  rule: 'spreadsheet/long-formula',
  clean: async () => ({ files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }) } }),
  ways: {
    'a case inside of a case': (clean) => plant(clean, nested(9), 'nested'),
    'a case beside a case': (clean) => plant(clean, Array.from({ length: 40 }, (_, at) => `IF(C4=${at},1,0)`).join('+'), 'long'),
  },
});

/** `IF(C4=1,1,IF(C4=2,2,...0))`. */
export function nested(depth: number): string {
  return `${Array.from({ length: depth }, (_, at) => `IF(C4=${at},${at},`).join('')}0${')'.repeat(depth)}`;
}

function plant(clean: Parameters<Plant['ways'][string]>[0], formula: string, messageId: string): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    const cell = workbook.getWorksheet('Orders')?.getCell('D4');
    if (!cell?.formula) return undefined;
    cell.value = { formula, result: cell.result };
    return [{ messageId, at: { kind: 'cell', sheet: 'Orders', range: 'D4' } }];
  });
}
