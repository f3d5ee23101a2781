import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCell, plantInCsv } from '../../../contract-plants.ts';

export const valueNotUniquePlant: Plant = definePlant({
  rule: 'spreadsheet/value-not-unique',
  clean: contractExample,
  ways: {
    'an id comes again in a workbook': (clean) => plantInCell(clean, 'A4', 'A102', 'again'),
    'an id comes again in a csv': (clean) => plantInCsv(clean, 4, 0, 'A102', 'again'),
  },
});
