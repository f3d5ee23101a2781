import { definePlant, textOf, withFile, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

const ROWS = Array.from({ length: 12 }, (_, index) => [`A${100 + index}`, `Item ${index}`] as const);

export const duplicateKeyPlant: Plant = definePlant({
  rule: 'spreadsheet/duplicate-key',
  clean: async () => ({
    files: {
      'items.xlsx': await workbookOf({ Items: [['sku', 'name'], ...ROWS] }),
      'items.csv': `id,name\n${ROWS.map((row) => row.join(',')).join('\n')}\n`,
    },
  }),
  ways: {
    'a row twice in a workbook': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Items');
        if (sheet?.getCell('A5').value !== 'A103') return undefined;
        sheet.addRow(['A103', 'Item 3']);
        return [{ messageId: 'duplicate', at: { kind: 'cell', sheet: 'Items', range: 'A14' } }];
      }),
    'a line twice in a csv': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      const lines = path === undefined ? [] : textOf(clean, path).trimEnd().split('\n');
      const line = lines[3];
      return path === undefined || line === undefined || lines.length < 12
        ? undefined
        : {
            example: withFile(clean, path, `${[...lines, line].join('\n')}\n`),
            findings: [{ messageId: 'duplicate', file: path, at: { kind: 'cell', range: `A${lines.length + 1}` } }],
          };
    },
  },
});
