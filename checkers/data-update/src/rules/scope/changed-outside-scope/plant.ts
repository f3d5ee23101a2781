import { bytesOf, definePlant, editWorkbook, withFile, workbookOf, type Plant } from '@preflag/testing';
import { STOCK } from '../../rows/row-lost/plant.ts';

export const changedOutsideScopePlant: Plant = definePlant({
  rule: 'data-update/changed-outside-scope',
  clean: async () => ({
    files: { 'stock.xlsx': await workbookOf({ Stock: STOCK.map((row, index) => (index === 1 ? [...row.slice(0, 3), 'closed'] : row)) }) },
    beside: { 'before.xlsx': await workbookOf({ Stock: STOCK }) },
    job: {
      deliverables: [
        { path: 'stock.xlsx', update: { before: 'before.xlsx', key: 'sku', allow: [{ sheet: 'Stock', columns: ['status'] }] } },
      ],
    },
  }),
  ways: {
    'a number that nobody asked to change': async (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.xlsx'));
      const bytes =
        path === undefined
          ? undefined
          : await editWorkbook(bytesOf(clean, path), (workbook) => {
              const cell = workbook.getWorksheet('Stock')?.getCell('C3');
              if (typeof cell?.value !== 'number') return false;
              cell.value += 1;
              return true;
            });
      return bytes && path !== undefined
        ? {
            example: withFile(clean, path, bytes),
            findings: [{ messageId: 'cell', file: path, at: { kind: 'cell', sheet: 'Stock', range: 'C3' } }],
          }
        : undefined;
    },
  },
});
