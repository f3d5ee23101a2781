import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const numberTooWidePlant: Plant = definePlant({
  rule: 'spreadsheet/number-too-wide',
  clean: async () => ({
    files: {
      'budget.xlsx': await workbookOf(
        {
          Budget: [
            ['Item', 'Amount'],
            ['Bridge', 1_250_000],
            ['Road', 310_500.5],
            ['Signs', 4200],
          ],
        },
        (workbook) => {
          const column = workbook.getWorksheet('Budget')!.getColumn(2);
          column.numFmt = '$#,##0.00';
          column.width = 16;
        },
      ),
    },
  }),
  ways: {
    'a column that was made narrow': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const column = workbook.getWorksheet('Budget')?.getColumn(2);
        if (column?.numFmt !== '$#,##0.00') return undefined;
        column.width = 8;
        return [{ messageId: 'wide', at: { kind: 'cell', sheet: 'Budget', range: 'B2' }, excerpt: '1250000' }];
      }),
  },
});
