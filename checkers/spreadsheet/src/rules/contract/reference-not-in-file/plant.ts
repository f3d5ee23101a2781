import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCsv } from '../../../contract-plants.ts';

export const referenceNotInFilePlant: Plant = definePlant({
  rule: 'spreadsheet/reference-not-in-file',
  clean: contractExample,
  ways: {
    'a region that is not in the other file': (clean) => plantInCsv(clean, 3, 2, 'East', 'unmatched'),
  },
});
