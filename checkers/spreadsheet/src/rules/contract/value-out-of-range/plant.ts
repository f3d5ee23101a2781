import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCell, plantInCsv } from '../../../contract-plants.ts';

export const valueOutOfRangePlant: Plant = definePlant({
  rule: 'spreadsheet/value-out-of-range',
  clean: contractExample,
  ways: {
    'an amount below zero in a workbook': (clean) => plantInCell(clean, 'E3', -80, 'below'),
    'a date of the next year in a workbook': (clean) => plantInCell(clean, 'B6', new Date('2025-01-01T00:00:00Z'), 'above'),
    'an amount with a lost point in a csv': (clean) => plantInCsv(clean, 1, 4, '120050', 'above'),
    'a date of the year before in a csv': (clean) => plantInCsv(clean, 1, 1, '2023-12-31', 'below'),
  },
});
