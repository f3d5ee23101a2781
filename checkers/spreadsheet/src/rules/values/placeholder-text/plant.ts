import { definePlant, textOf, withFile, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const placeholderTextPlant: Plant = definePlant({
  rule: 'spreadsheet/placeholder-text',
  clean: async () => ({
    files: {
      'team.xlsx': await workbookOf({
        Team: [
          ['Name', 'Task'],
          ['Ann', 'Writes the todo list'],
          ['Bob', 'Sets [a] and [b]'],
        ],
      }),
      'team.csv': 'name,task\nAnn,writes\nBob,draws\n',
    },
  }),
  ways: {
    'blind text in a workbook': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        for (const sheet of workbook.worksheets) {
          const cell = sheet.getCell('B2');
          if (typeof cell.value !== 'string') continue;
          cell.value = 'Lorem ipsum dolor sit amet';
          return [{ messageId: 'placeholder', at: { kind: 'cell', sheet: sheet.name, range: 'B2' } }];
        }
        return undefined;
      }),
    'brackets to fill in, in a csv': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      const [header = '', first = '', ...rest] = path === undefined ? [] : textOf(clean, path).split('\n');
      return path === undefined || first === ''
        ? undefined
        : {
            example: withFile(clean, path, [header, first.replace(/[^,]*$/, '[insert task]'), ...rest].join('\n')),
            findings: [{ messageId: 'placeholder', file: path, excerpt: '[insert task]' }],
          };
    },
  },
});
