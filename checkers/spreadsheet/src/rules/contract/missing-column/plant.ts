import { bytesOf, definePlant, editWorkbook, textOf, withFile, workbookOf, type Plant } from '@preflag/testing';

export const missingColumnPlant: Plant = definePlant({
  rule: 'spreadsheet/missing-column',
  clean: async () => ({
    files: {
      'pack.xlsx': await workbookOf({
        Overview: [
          ['Region', 'Revenue'],
          ['North', 1200],
          ['South', 900],
        ],
      }),
      'list.csv': 'id,name\n1,Ann\n2,Bob\n',
    },
    job: {
      deliverables: [
        { path: 'pack.xlsx', sheets: [{ name: 'Overview', columns: ['Region', 'Revenue'] }] },
        { path: 'list.csv', columns: ['id', 'name'] },
      ],
    },
  }),
  ways: {
    'a header renamed in a workbook': async (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.xlsx'));
      const bytes =
        path === undefined
          ? undefined
          : await editWorkbook(bytesOf(clean, path), (workbook) => {
              const cell = workbook.getWorksheet('Overview')?.getCell('B1');
              if (cell?.value !== 'Revenue') return false;
              cell.value = 'Turnover';
              return true;
            });
      return bytes && path !== undefined
        ? { example: withFile(clean, path, bytes), findings: [{ messageId: 'missing', file: path }] }
        : undefined;
    },
    'a header left out in a csv': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      if (path === undefined || !textOf(clean, path).startsWith('id,name')) return undefined;
      return {
        example: withFile(clean, path, textOf(clean, path).replace('id,name', 'id,nickname')),
        findings: [{ messageId: 'missing', file: path }],
      };
    },
  },
});
