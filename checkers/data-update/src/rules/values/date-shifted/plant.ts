import { definePlant, type Plant } from '@preflag/testing';
import { plantInOrders, unchangedOrders } from '../../../order-plants.ts';

export const dateShiftedPlant: Plant = definePlant({
  rule: 'data-update/date-shifted',
  clean: unchangedOrders,
  ways: {
    'all dates of a column a day earlier': (clean) =>
      plantInOrders(clean, (sheet) =>
        [2, 3, 4, 5, 6, 7].flatMap((row) => {
          const cell = sheet.getCell(row, 2);
          if (!(cell.value instanceof Date)) return [];
          cell.value = new Date(cell.value.getTime() - 86_400_000);
          return [{ messageId: 'day', at: { kind: 'cell', sheet: 'Orders', range: cell.address } as const }];
        }),
      ),
    'one date in the other date system': (clean) =>
      plantInOrders(clean, (sheet) => {
        const cell = sheet.getCell('B4');
        if (!(cell.value instanceof Date)) return undefined;
        cell.value = new Date(cell.value.getTime() - 1462 * 86_400_000);
        return [{ messageId: 'system', at: { kind: 'cell', sheet: 'Orders', range: 'B4' } }];
      }),
  },
});
