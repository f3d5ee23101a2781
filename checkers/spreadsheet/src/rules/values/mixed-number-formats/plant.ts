import { definePlant, type Plant } from '@preflag/testing';
import { plantInTable, replaceInTable } from '../../../table-plants.ts';

const ROWS = ['Rome,2810.5', 'Oslo,715.25', 'Bonn,1336.75', 'Bern,134.5', 'Graz,1291.25', 'Lyon,522.5', 'Turin,1848.5', 'Kiel,246.75'];

export const mixedNumberFormatsPlant: Plant = definePlant({
  rule: 'spreadsheet/mixed-number-formats',
  clean: () => ({ files: { 'sales.csv': `city,sales\n${ROWS.join('\n')}\n` } }),
  ways: {
    'a thousands separator': (clean) =>
      plantInTable(clean, (text) =>
        replaceInTable(text, 'Bonn,1336.75', 'Bonn,"1,336.75"', [{ messageId: 'number', at: { kind: 'cell', range: 'B4' } }]),
      ),
    'a currency sign': (clean) =>
      plantInTable(clean, (text) =>
        replaceInTable(text, 'Lyon,522.5', 'Lyon,$522.5', [{ messageId: 'number', at: { kind: 'cell', range: 'B7' } }]),
      ),
    'a decimal comma': (clean) =>
      plantInTable(clean, (text) =>
        replaceInTable(text, 'Kiel,246.75', 'Kiel,"246,75"', [{ messageId: 'number', at: { kind: 'cell', range: 'B9' } }]),
      ),
  },
});
