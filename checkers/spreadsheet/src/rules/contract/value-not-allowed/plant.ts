import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCell, plantInCsv } from '../../../contract-plants.ts';

export const valueNotAllowedPlant: Plant = definePlant({
  rule: 'spreadsheet/value-not-allowed',
  clean: contractExample,
  ways: {
    'another word in a workbook': (clean) => plantInCell(clean, 'D4', 'pending', 'other'),
    'other case in a csv': (clean) => plantInCsv(clean, 2, 3, 'Closed', 'similar'),
  },
});
