import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../../formulas/inconsistent-formula/plant.ts';

export const numberStoredAsTextPlant: Plant = definePlant({
  rule: 'spreadsheet/number-stored-as-text',
  clean: async () => ({
    files: {
      'orders.xlsx': await workbookOf({
        Orders: [...ORDERS.slice(0, -1), ['Total', null, { formula: 'SUM(C2:C9)', result: 52 }, { formula: 'SUM(D2:D9)', result: 354 }]],
      }),
    },
  }),
  ways: {
    'a number that a sum leaves out': (clean) => plant(clean, 'C', 'summed'),
    'a number among numbers': (clean) => plant(clean, 'B', 'text'),
  },
});

function plant(clean: Parameters<Plant['ways'][string]>[0], column: string, messageId: string): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    const cell = workbook.getWorksheet('Orders')?.getCell(`${column}4`);
    if (typeof cell?.value !== 'number') return undefined;
    cell.value = String(cell.value);
    return [{ messageId, at: { kind: 'cell', sheet: 'Orders', range: `${column}4` } }];
  });
}
