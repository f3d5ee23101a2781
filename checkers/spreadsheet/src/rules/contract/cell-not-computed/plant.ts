import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCell } from '../../../contract-plants.ts';

export const cellNotComputedPlant: Plant = definePlant({
  rule: 'spreadsheet/cell-not-computed',
  clean: contractExample,
  ways: {
    'the total is typed in': (clean) => plantInCell(clean, 'B4', 2703.15, 'typed', 'Overview'),
  },
});
