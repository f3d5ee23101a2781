import { definePlant, textOf, withFile, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

const DAYS = Array.from({ length: 28 }, (_, index) => index + 1);

export const mixedTypesInColumnPlant: Plant = definePlant({
  rule: 'spreadsheet/mixed-types-in-column',
  clean: async () => ({
    files: {
      'days.xlsx': await workbookOf({
        Days: [['Date', 'Visitors'], ...DAYS.map((day) => [new Date(Date.UTC(2026, 1, day)), day * 7])],
      }),
      'days.csv': `day,visitors\n${DAYS.map((day) => `d${day},${day * 7}`).join('\n')}\n`,
    },
  }),
  ways: {
    'a date that lost its format': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Days')?.getCell('A10');
        if (!(cell?.value instanceof Date)) return undefined;
        // Cells share their style objects.
        cell.style = { ...cell.style, numFmt: 'General' };
        cell.value = 46_062;
        return [{ messageId: 'undated', at: { kind: 'cell', sheet: 'Days', range: 'A10' } }];
      }),
    'a word among numbers': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Days')?.getCell('B10');
        if (typeof cell?.value !== 'number') return undefined;
        cell.value = 'about sixty';
        return [{ messageId: 'text', at: { kind: 'cell', sheet: 'Days', range: 'B10' }, excerpt: 'about sixty' }];
      }),
    'a word among the numbers of a csv': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      const text = path === undefined ? '' : textOf(clean, path);
      const changed = text.replace(/^d9,\d+$/m, 'd9,many');
      return path === undefined || changed === text
        ? undefined
        : { example: withFile(clean, path, changed), findings: [{ messageId: 'text', file: path, at: { kind: 'cell', range: 'B10' } }] };
    },
  },
});
