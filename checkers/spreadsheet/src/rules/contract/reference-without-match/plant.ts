import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCell } from '../../../contract-plants.ts';

export const referenceWithoutMatchPlant: Plant = definePlant({
  rule: 'spreadsheet/reference-without-match',
  clean: contractExample,
  ways: {
    'a region that is not on the other sheet': (clean) => plantInCell(clean, 'C4', 'East', 'unmatched'),
    'a region in other case': (clean) => plantInCell(clean, 'C5', 'WEST', 'similar'),
  },
});
