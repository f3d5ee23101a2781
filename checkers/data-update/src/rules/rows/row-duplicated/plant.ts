import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';
import { plantInOrders } from '../../../order-plants.ts';
import { columnLostPlant } from '../../columns/column-lost/plant.ts';

export const rowDuplicatedPlant: Plant = definePlant({
  rule: 'data-update/row-duplicated',
  clean: columnLostPlant.clean,
  ways: {
    'a row twice in a workbook': (clean) =>
      plantInOrders(clean, (sheet) => {
        sheet.addRow(['A2', new Date(Date.UTC(2026, 2, 4)), 3.5, 2, 7, 'Order of 2']);
        return [{ messageId: 'key', at: { kind: 'row', sheet: 'Orders', key: 'A2' } }];
      }),
    'a line twice in a csv': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      const text = path === undefined ? '' : textOf(clean, path);
      if (path === undefined || !text.includes('\n2,Bob,Oslo\n')) return undefined;
      return {
        example: withFile(clean, path, `${text}2,Bob,Oslo\n`),
        findings: [{ messageId: 'key', file: path, at: { kind: 'row', key: '2' } }],
      };
    },
  },
});
