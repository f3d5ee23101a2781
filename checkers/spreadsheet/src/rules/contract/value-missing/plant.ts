import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCell, plantInCsv } from '../../../contract-plants.ts';

export const valueMissingPlant: Plant = definePlant({
  rule: 'spreadsheet/value-missing',
  clean: contractExample,
  ways: {
    'a cell is emptied in a workbook': (clean) => plantInCell(clean, 'C4', null, 'blank'),
    'a cell holds blanks only in a csv': (clean) => plantInCsv(clean, 2, 2, '  ', 'blank'),
  },
});
