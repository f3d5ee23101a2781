import { definePlant, type Plant } from '@preflag/testing';
import { plantInOrders, unchangedOrders } from '../../../order-plants.ts';

export const numberRoundedPlant: Plant = definePlant({
  rule: 'data-update/number-rounded',
  clean: unchangedOrders,
  ways: {
    'prices without decimals': (clean) =>
      plantInOrders(clean, (sheet) => {
        const findings = [];
        for (let row = 2; row <= 7; row += 1) {
          const cell = sheet.getCell(row, 3);
          if (typeof cell.value !== 'number' || Number.isInteger(cell.value)) return undefined;
          cell.value = Math.trunc(cell.value);
          findings.push({ messageId: 'several', at: { kind: 'cell' as const, sheet: 'Orders', range: `C${row}` } });
        }
        return findings;
      }),
  },
});
