import { definePlant, textOf, withFile, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const precisionLostPlant: Plant = definePlant({
  rule: 'spreadsheet/precision-lost',
  clean: async () => ({
    files: {
      'cards.xlsx': await workbookOf({
        Cards: [
          ['Card number', 'Limit'],
          ['4111111111111111', 500],
          ['5500005555555559', 800],
        ],
      }),
      'cards.csv': 'card number,limit\n4111111111111111,500\n5500005555555559,800\n',
    },
  }),
  ways: {
    'a card number kept as a number': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Cards')?.getCell('A2');
        if (typeof cell?.value !== 'string') return undefined;
        cell.value = 4_111_111_111_111_110;
        return [{ messageId: 'rounded', at: { kind: 'cell', sheet: 'Cards', range: 'A2' } }];
      }),
    'a csv that a spreadsheet saved': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      const text = path === undefined ? '' : textOf(clean, path);
      const changed = text.replace(/\b4\d{15}\b/, '4.11111E+15');
      return path === undefined || changed === text
        ? undefined
        : { example: withFile(clean, path, changed), findings: [{ messageId: 'scientific', file: path, excerpt: '4.11111E+15' }] };
    },
  },
});
