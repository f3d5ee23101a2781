import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCell, plantInCsv } from '../../../contract-plants.ts';

export const valueNotMatchingPatternPlant: Plant = definePlant({
  rule: 'spreadsheet/value-not-matching-pattern',
  clean: contractExample,
  ways: {
    'a digit is lost in a workbook': (clean) => plantInCell(clean, 'A4', 'A13', 'other'),
    'a blank follows in a csv': (clean) => plantInCsv(clean, 2, 0, 'A102 ', 'other'),
  },
});
