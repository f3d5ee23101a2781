import { bytesOf, definePlant, editWorkbook, withFile, workbookOf, type Plant } from '@preflag/testing';
import { STOCK } from '../../rows/row-lost/plant.ts';

export const requestedChangeMissingPlant: Plant = definePlant({
  rule: 'data-update/requested-change-missing',
  clean: async () => ({
    files: { 'stock.xlsx': await workbookOf({ Stock: STOCK.map((row, index) => (index === 1 ? [...row.slice(0, 3), 'closed'] : row)) }) },
    beside: { 'before.xlsx': await workbookOf({ Stock: STOCK }) },
    job: {
      deliverables: [
        {
          path: 'stock.xlsx',
          update: { before: 'before.xlsx', key: 'sku', require: [{ sheet: 'Stock', where: { sku: '00017' }, set: { status: 'closed' } }] },
        },
      ],
    },
  }),
  ways: {
    'the old value stands': async (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.xlsx'));
      const bytes =
        path === undefined
          ? undefined
          : await editWorkbook(bytesOf(clean, path), (workbook) => {
              const cell = workbook.getWorksheet('Stock')?.getCell('D2');
              if (cell?.value !== 'closed') return false;
              cell.value = 'open';
              return true;
            });
      return bytes && path !== undefined
        ? {
            example: withFile(clean, path, bytes),
            findings: [{ messageId: 'missing', file: path, at: { kind: 'cell', sheet: 'Stock', range: 'D2' } }],
          }
        : undefined;
    },
  },
});
