import { definePlant, type Plant } from '@preflag/testing';
import { plantInOrders, unchangedOrders } from '../../../order-plants.ts';

export const formulaReplacedByValuePlant: Plant = definePlant({
  rule: 'data-update/formula-replaced-by-value',
  clean: unchangedOrders,
  ways: {
    'a total frozen as its result': (clean) =>
      plantInOrders(clean, (sheet) => {
        sheet.getCell('E4').value = sheet.getCell('E4').result as number;
        return [{ messageId: 'unasked', at: { kind: 'cell', sheet: 'Orders', range: 'E4' } }];
      }),
  },
});
