import { definePlant, type Plant } from '@preflag/testing';
import { plantInOrders, unchangedOrders } from '../../../order-plants.ts';

export const formatLostPlant: Plant = definePlant({
  rule: 'data-update/format-lost',
  clean: unchangedOrders,
  ways: {
    'dates as plain numbers': (clean) => plant(clean, 2, 'date'),
    'percentages as plain numbers': (clean) => plant(clean, 3, 'percent'),
  },
});

function plant(clean: Parameters<Plant['ways'][string]>[0], column: number, messageId: string): ReturnType<Plant['ways'][string]> {
  return plantInOrders(clean, (sheet) => {
    for (let row = 2; row <= 7; row += 1) {
      const cell = sheet.getCell(row, column);
      const { value } = cell;
      cell.style = { ...cell.style, numFmt: 'General' };
      if (value instanceof Date) cell.value = value.getTime() / 86_400_000 + 25_569;
    }
    return [{ messageId, at: { kind: 'cell', sheet: 'Orders', range: sheet.getCell(2, column).address } }];
  });
}
