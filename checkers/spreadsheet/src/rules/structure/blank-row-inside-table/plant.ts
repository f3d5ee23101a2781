import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const blankRowInsideTablePlant: Plant = definePlant({
  rule: 'spreadsheet/blank-row-inside-table',
  clean: async () => ({
    files: {
      'days.xlsx': await workbookOf({
        Days: [['Day', 'Visitors'], ...Array.from({ length: 24 }, (_, index) => [`day ${index}`, index * 3]), [], ['Total', 828]],
      }),
    },
  }),
  ways: {
    'a row was emptied': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.worksheets.find(({ name }) => name === 'Days');
        if (!sheet || sheet.getCell('A12').value === null) return undefined;
        sheet.getCell('A12').value = null;
        sheet.getCell('B12').value = null;
        return [{ messageId: 'blank', at: { kind: 'cell', sheet: 'Days', range: 'A12' } }];
      }),
  },
});
