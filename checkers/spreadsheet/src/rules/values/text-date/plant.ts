import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const textDatePlant: Plant = definePlant({
  rule: 'spreadsheet/text-date',
  clean: async () => ({
    files: {
      'visits.xlsx': await workbookOf({
        Visits: [['Date', 'Place'], ...[3, 9, 14, 21].map((day) => [new Date(Date.UTC(2026, 2, day)), `Place ${day}`])],
      }),
    },
  }),
  ways: {
    'a date written as text': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Visits')?.getCell('A4');
        if (!(cell?.value instanceof Date)) return undefined;
        cell.value = '14/03/2026';
        return [{ messageId: 'date', at: { kind: 'cell', sheet: 'Visits', range: 'A4' }, excerpt: '14/03/2026' }];
      }),
  },
});
