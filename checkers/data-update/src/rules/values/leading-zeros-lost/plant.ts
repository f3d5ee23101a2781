import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';

const CSV = 'id,plz,city\nA1,01067,Dresden\nA2,04103,Leipzig\nA3,10115,Berlin\n';

export const leadingZerosLostPlant: Plant = definePlant({
  rule: 'data-update/leading-zeros-lost',
  clean: () => ({
    files: { 'list.csv': CSV },
    beside: { 'before.csv': CSV },
    job: { deliverables: [{ path: 'list.csv', update: { before: 'before.csv', key: 'id' } }] },
  }),
  ways: {
    'a postal code became a number': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      const text = path === undefined ? '' : textOf(clean, path);
      const changed = text.replace(/,0(\d{4}),/, ',$1,');
      return path === undefined || changed === text
        ? undefined
        : { example: withFile(clean, path, changed), findings: [{ messageId: 'lost', file: path, at: { kind: 'cell', range: 'B2' } }] };
    },
  },
});
