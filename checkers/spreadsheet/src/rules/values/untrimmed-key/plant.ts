import { definePlant, textOf, withFile, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const untrimmedKeyPlant: Plant = definePlant({
  rule: 'spreadsheet/untrimmed-key',
  clean: async () => ({
    files: {
      'sales.xlsx': await workbookOf({
        Sales: [
          ['Article code', 'Region', 'Count'],
          ...Array.from({ length: 10 }, (_, index) => [`A${index}`, index % 2 ? 'North' : 'South', index]),
        ],
      }),
      'sales.csv': `article code,count\n${Array.from({ length: 10 }, (_, index) => `A${index},${index}`).join('\n')}\n`,
    },
  }),
  ways: {
    'a code with a space': (clean) => plant(clean, 'A3', 'key', ' '),
    'a region with a space that cannot break': (clean) => plant(clean, 'B5', 'twin', '\u00A0'),
    'a code with a space in a csv': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      const text = path === undefined ? '' : textOf(clean, path);
      const changed = text.replace(/^A4,/m, 'A4 ,');
      return path === undefined || changed === text
        ? undefined
        : { example: withFile(clean, path, changed), findings: [{ messageId: 'key', file: path, at: { kind: 'cell', range: 'A6' } }] };
    },
  },
});

function plant(
  clean: Parameters<Plant['ways'][string]>[0],
  range: string,
  messageId: string,
  space: string,
): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    const cell = workbook.getWorksheet('Sales')?.getCell(range);
    if (typeof cell?.value !== 'string') return undefined;
    cell.value += space;
    return [{ messageId, at: { kind: 'cell', sheet: 'Sales', range } }];
  });
}
