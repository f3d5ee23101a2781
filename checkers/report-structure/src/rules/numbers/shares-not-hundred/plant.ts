import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

const ROWS = [
  ['Region', 'Share'],
  ['North', '45.5 %'],
  ['South', '31.5 %'],
];

export const sharesNotHundredPlant: Plant = definePlant({
  rule: 'report-structure/shares-not-hundred',
  clean: () => reportOf('# Homes in the regions', 'Most homes are in the north.', [...ROWS, ['West', '23.0 %']]),
  ways: byAdding('a share that is too high', [[...ROWS, ['West', '33.0 %']]], { messageId: 'sum', excerpt: '45.5 %' }),
});
