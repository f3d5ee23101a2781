import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCell, plantInCsv } from '../../../contract-plants.ts';

export const cellNotAsAskedPlant: Plant = definePlant({
  rule: 'spreadsheet/cell-not-as-asked',
  clean: contractExample,
  ways: {
    'another total in a workbook': (clean) => plantInCell(clean, 'B4', 2703.51, 'value', 'Overview'),
    'another header in a workbook': (clean) => plantInCell(clean, 'A1', 'Area', 'pattern', 'Regions'),
    'another text in a csv': (clean) => plantInCsv(clean, 1, 2, 'West', 'value'),
  },
});
