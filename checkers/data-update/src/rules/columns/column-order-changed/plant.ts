import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';
import { STOCK_CSV } from '../../rows/row-lost/plant.ts';

export const columnOrderChangedPlant: Plant = definePlant({
  rule: 'data-update/column-order-changed',
  clean: () => ({
    files: { 'list.csv': STOCK_CSV },
    beside: { 'before/list.csv': STOCK_CSV },
    job: { deliverables: [{ path: 'list.csv', update: { before: 'before/list.csv', key: 'sku' } }] },
  }),
  ways: {
    'the last column before the others': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      const rows =
        path === undefined
          ? []
          : textOf(clean, path)
              .trimEnd()
              .split('\n')
              .map((line) => line.split(','));
      const [header = []] = rows;
      if (path === undefined || header.length < 3 || rows.some((row) => row.length !== header.length)) return undefined;
      const changed = rows.map((row) => [row[0], row.at(-1), ...row.slice(1, -1)].join(',')).join('\n');
      return { example: withFile(clean, path, `${changed}\n`), findings: [{ messageId: 'order', file: path, at: { kind: 'column' } }] };
    },
  },
});
