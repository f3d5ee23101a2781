import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

const ROWS: SheetSpec = [
  ['Item', 'Revenue', 'Hours', 'Rate'],
  ...Array.from({ length: 6 }, (_, index): SheetSpec[number] => [
    `Job ${index + 1}`,
    (index + 2) * 30,
    index + 2,
    { formula: `IFERROR(B${index + 2}/C${index + 2},0)`, result: 30 },
  ]),
];

export const iferrorHidesErrorsPlant: Plant = definePlant({
  rule: 'spreadsheet/iferror-hides-errors',
  clean: async () => ({ files: { 'rates.xlsx': await workbookOf({ Rates: ROWS }) } }),
  ways: {
    'every result is the fallback': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Rates');
        if (sheet?.getCell('D7').formula !== 'IFERROR(B7/C7,0)') return undefined;
        for (let row = 2; row <= 7; row += 1) sheet.getCell(row, 4).value = { formula: `IFERROR(B${row}/A${row},0)`, result: 0 };
        return [{ messageId: 'all', at: { kind: 'cell', sheet: 'Rates', range: 'D2' } }];
      }),
  },
});
