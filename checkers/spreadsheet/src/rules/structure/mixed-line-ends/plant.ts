import { definePlant, type Plant } from '@preflag/testing';
import { plantInTable, replaceInTable } from '../../../table-plants.ts';

export const mixedLineEndsPlant: Plant = definePlant({
  rule: 'spreadsheet/mixed-line-ends',
  clean: () => ({ files: { 'cities.csv': 'city,people\nRome,2800000\nOslo,700000\nBonn,330000\n' } }),
  ways: {
    'a line of another system': (clean) =>
      plantInTable(clean, (text) =>
        replaceInTable(text, 'Oslo,700000\n', 'Oslo,700000\r\n', [
          { messageId: 'mixed', at: { kind: 'text', start: { line: 3, column: 1 } } },
        ]),
      ),
  },
});
