import { definePlant, textOf, withFile, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const garbledTextPlant: Plant = definePlant({
  rule: 'spreadsheet/garbled-text',
  clean: async () => ({
    files: {
      'people.xlsx': await workbookOf({
        People: [
          ['Name', 'City'],
          ['Jörg Müller', 'Zürich'],
          ['Zoë', 'São Paulo'],
        ],
      }),
      'people.csv': 'name,city\nJörg Müller,Zürich\nZoë,São Paulo\n',
    },
  }),
  ways: {
    'UTF-8 read as windows-1252': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('People')?.getCell('A2');
        if (typeof cell?.value !== 'string' || !/[à-ÿ]/.test(cell.value)) return undefined;
        cell.value = misread(cell.value);
        return [{ messageId: 'garbled', at: { kind: 'cell', sheet: 'People', range: 'A2' } }];
      }),
    'the same in a csv': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      const text = path === undefined ? '' : textOf(clean, path);
      const changed = text.replace('Zürich', misread('Zürich'));
      return path === undefined || changed === text
        ? undefined
        : { example: withFile(clean, path, changed), findings: [{ messageId: 'garbled', file: path, at: { kind: 'cell', range: 'B2' } }] };
    },
  },
});

/** What a program shows that takes UTF-8 for a Western code page. */
function misread(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}
