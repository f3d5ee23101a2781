import { definePlant, type Plant } from '@preflag/testing';
import { plantInOrders, unchangedOrders } from '../../../order-plants.ts';

export const typeChangedPlant: Plant = definePlant({
  rule: 'data-update/type-changed',
  clean: unchangedOrders,
  ways: {
    'a number became text': (clean) =>
      plantInOrders(clean, (sheet) => {
        sheet.getCell('D4').value = sheet.getCell('D4').text;
        return [{ messageId: 'same', at: { kind: 'cell', sheet: 'Orders', range: 'D4' } }];
      }),
    'a date became text': (clean) =>
      plantInOrders(clean, (sheet) => {
        sheet.getCell('B3').value = '04.03.2026';
        return [{ messageId: 'same', at: { kind: 'cell', sheet: 'Orders', range: 'B3' }, excerpt: '04.03.2026' }];
      }),
  },
});
