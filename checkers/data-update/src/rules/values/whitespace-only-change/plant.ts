import { definePlant, type Plant } from '@preflag/testing';
import { plantInOrders, unchangedOrders } from '../../../order-plants.ts';

export const whitespaceOnlyChangePlant: Plant = definePlant({
  rule: 'data-update/whitespace-only-change',
  clean: unchangedOrders,
  ways: {
    'a space at the end': (clean) =>
      plantInOrders(clean, (sheet) => {
        sheet.getCell('F5').value = `${sheet.getCell('F5').text} `;
        return [{ messageId: 'space', at: { kind: 'cell', sheet: 'Orders', range: 'F5' } }];
      }),
    capitals: (clean) =>
      plantInOrders(clean, (sheet) => {
        sheet.getCell('F5').value = sheet.getCell('F5').text.toUpperCase();
        return [{ messageId: 'case', at: { kind: 'cell', sheet: 'Orders', range: 'F5' } }];
      }),
  },
});
