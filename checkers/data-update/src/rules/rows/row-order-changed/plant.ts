import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';
import { STOCK_CSV } from '../row-lost/plant.ts';

export const rowOrderChangedPlant: Plant = definePlant({
  rule: 'data-update/row-order-changed',
  clean: () => ({
    files: { 'list.csv': STOCK_CSV },
    beside: { 'before/list.csv': STOCK_CSV },
    job: { deliverables: [{ path: 'list.csv', update: { before: 'before/list.csv', key: 'sku', allow: [] } }] },
  }),
  ways: {
    'the last row first': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      const [header = '', ...rows] = path === undefined ? [] : textOf(clean, path).trimEnd().split('\n');
      const last = rows.pop();
      if (path === undefined || last === undefined || rows.length < 2) return undefined;
      return {
        example: withFile(clean, path, `${[header, last, ...rows].join('\n')}\n`),
        findings: [{ messageId: 'order', file: path, at: { kind: 'row', key: last.split(',')[0] ?? '' } }],
      };
    },
  },
});
