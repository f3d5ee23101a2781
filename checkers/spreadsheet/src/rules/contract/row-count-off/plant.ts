import { definePlant, textOf, withFile, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../../formulas/inconsistent-formula/plant.ts';

export const rowCountOffPlant: Plant = definePlant({
  rule: 'spreadsheet/row-count-off',
  clean: async () => ({
    files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }), 'list.csv': 'id,n\n1,a\n2,b\n3,c\n' },
    job: {
      deliverables: [
        { path: 'orders.xlsx', sheets: [{ name: 'Orders', rows: { min: 8, max: 8 } }] },
        { path: 'list.csv', rows: { min: 3 } },
      ],
    },
  }),
  ways: {
    'a row is missing in a workbook': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Orders');
        if (!sheet || sheet.rowCount !== 10) return undefined;
        sheet.spliceRows(4, 1);
        return [{ messageId: 'few' }];
      }),
    'the last line of a csv is missing': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      if (path === undefined || !textOf(clean, path).endsWith('3,c\n')) return undefined;
      return {
        example: withFile(clean, path, textOf(clean, path).replace(/3,c\n$/, '')),
        findings: [{ messageId: 'few', file: path }],
      };
    },
  },
});
