import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCell, plantInCsv } from '../../../contract-plants.ts';

export const valueOfWrongTypePlant: Plant = definePlant({
  rule: 'spreadsheet/value-of-wrong-type',
  clean: contractExample,
  ways: {
    'a number as text in a workbook': (clean) => plantInCell(clean, 'E3', '80.00', 'wrong'),
    'a date as text in a workbook': (clean) => plantInCell(clean, 'B4', '28.02.2024', 'wrong'),
    'an id as a number in a workbook': (clean) => plantInCell(clean, 'A5', 104, 'wrong'),
    'an amount with a unit in a csv': (clean) => plantInCsv(clean, 2, 4, '80 EUR', 'wrong'),
    'a date of another notation in a csv': (clean) => plantInCsv(clean, 3, 1, '28/02/2024', 'wrong'),
  },
});
