import { bytesOf, definePlant, editWorkbook, withFile, workbookOf, type Plant } from '@preflag/testing';

export const controlTotalMismatchPlant: Plant = definePlant({
  rule: 'spreadsheet/control-total-mismatch',
  clean: async () => ({
    files: {
      'pack.xlsx': await workbookOf({
        Overview: [
          ['Region', 'Revenue'],
          ['North', 1200.1],
          ['South', 800.2],
          ['Total', { formula: 'SUM(B2:B3)', result: 2000.3 }],
        ],
        Detail: [
          ['Id', 'Region', 'Revenue'],
          [1, 'North', 700.1],
          [2, 'North', 500],
          [3, 'South', 800.2],
        ],
      }),
    },
    job: {
      deliverables: [
        {
          path: 'pack.xlsx',
          controlTotals: [
            {
              label: 'Revenue',
              detail: { sheet: 'Detail', column: 'Revenue' },
              total: { sheet: 'Overview', row: 'Total', column: 'Revenue' },
            },
          ],
        },
      ],
    },
  }),
  ways: {
    'a detail is left out of the total': async (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.xlsx'));
      const bytes =
        path === undefined
          ? undefined
          : await editWorkbook(bytesOf(clean, path), (workbook) => {
              const sheet = workbook.getWorksheet('Detail');
              if (!sheet) return false;
              sheet.addRow([99, 'South', 45]);
              return true;
            });
      return bytes && path !== undefined
        ? {
            example: withFile(clean, path, bytes),
            findings: [{ messageId: 'mismatch', file: path, at: { kind: 'cell', sheet: 'Overview' } }],
          }
        : undefined;
    },
  },
});
