import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

const SHARES: SheetSpec = [
  ['Region', 'Revenue', 'Share'],
  ...Array.from({ length: 4 }, (_, index): SheetSpec[number] => [
    `Region ${index + 1}`,
    (index + 1) * 100,
    { formula: `B${index + 2}/$B$6`, result: (index + 1) / 10 },
  ]),
  ['Total', { formula: 'SUM(B2:B5)', result: 1000 }],
];

export const errorOnRecalculationPlant: Plant = definePlant({
  rule: 'spreadsheet/error-on-recalculation',
  clean: async () => ({ files: { 'shares.xlsx': await workbookOf({ Shares: SHARES }) } }),
  ways: {
    'what is divided by is gone': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Shares');
        if (!sheet || sheet.getCell('B6').formula !== 'SUM(B2:B5)') return undefined;
        sheet.getCell('B6').value = null;
        return [{ messageId: 'some', at: { kind: 'cell', sheet: 'Shares', range: 'C2' } }];
      }),
    'a formula that nobody calculated divides by nothing': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.worksheets.at(0);
        if (!sheet) return undefined;
        const address = `A${sheet.rowCount + 3}`;
        sheet.getCell(address).value = { formula: 'SUM(1)/SUM(0)' };
        return [{ messageId: 'one', at: { kind: 'cell', sheet: sheet.name, range: address } }];
      }),
  },
});
