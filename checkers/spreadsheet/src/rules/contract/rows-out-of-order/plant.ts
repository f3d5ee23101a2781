import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCell, plantInCsv } from '../../../contract-plants.ts';

export const rowsOutOfOrderPlant: Plant = definePlant({
  rule: 'spreadsheet/rows-out-of-order',
  clean: contractExample,
  ways: {
    'a row stands too low in a workbook': (clean) => plantInCell(clean, 'B6', new Date('2024-01-20T00:00:00Z'), 'order'),
    'a row stands too low in a csv': (clean) => plantInCsv(clean, 5, 1, '2024-01-20', 'order'),
  },
});
