import { definePlant, workbookOf, type Plant, type SheetSpec } from '@preflag/testing';
import { plantInParts, plantInWorkbook } from '../../../workbook-plants.ts';

const DAY_MS = 86_400_000;

/** Visits on every third day of a year. `shift` moves the date of a row by days. */
export function visits(shift: (row: number) => number = () => 0): SheetSpec {
  return [
    ['Visit', 'Date', 'Guests'],
    ...Array.from({ length: 12 }, (_, row): SheetSpec[number] => [
      `Visit ${row + 1}`,
      new Date(Date.UTC(2025, 3, 1 + row * 3) + shift(row) * DAY_MS),
      row + 2,
    ]),
  ];
}

export const mixedDateSystemsPlant: Plant = definePlant({
  rule: 'spreadsheet/mixed-date-systems',
  clean: async () => ({ files: { 'visits.xlsx': await workbookOf({ Visits: visits() }) } }),
  ways: {
    'rows from a workbook of the other system': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Visits');
        if (sheet?.rowCount !== 13) return undefined;
        for (const row of [4, 5, 9]) {
          const cell = sheet.getCell(row, 2);
          if (!(cell.value instanceof Date)) return undefined;
          cell.value = new Date(cell.value.getTime() - 1462 * DAY_MS);
        }
        return [{ messageId: 'shifted', at: { kind: 'column', sheet: 'Visits', name: 'Date' } }];
      }),
    'a workbook that counts from 1904': (clean) =>
      plantInParts(clean, (parts) => {
        const book = parts['xl/workbook.xml'] ?? '';
        const changed = book.replace('<workbookPr ', '<workbookPr date1904="1" ');
        if (changed === book) return undefined;
        parts['xl/workbook.xml'] = changed;
        return [{ messageId: 'system' }];
      }),
  },
});
