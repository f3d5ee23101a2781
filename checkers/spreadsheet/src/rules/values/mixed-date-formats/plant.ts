import { definePlant, type Plant } from '@preflag/testing';
import { plantInTable, replaceInTable } from '../../../table-plants.ts';

const DATES = ['2024-01-05', '2024-01-19', '2024-02-02', '2024-02-16', '2024-03-01', '2024-03-15', '2024-03-29'];

export const mixedDateFormatsPlant: Plant = definePlant({
  rule: 'spreadsheet/mixed-date-formats',
  clean: () => ({ files: { 'paid.csv': `paid,sum\n${DATES.map((date, index) => `${date},${index + 10}`).join('\n')}\n` } }),
  ways: {
    'day and month the other way round': (clean) =>
      plantInTable(clean, (text) =>
        replaceInTable(text, '2024-02-16', '16.02.2024', [{ messageId: 'date', at: { kind: 'cell', range: 'A5' } }]),
      ),
    'the name of the month': (clean) =>
      plantInTable(clean, (text) =>
        replaceInTable(text, '2024-03-29', '29 Mar 2024', [{ messageId: 'date', at: { kind: 'cell', range: 'A8' } }]),
      ),
  },
});
