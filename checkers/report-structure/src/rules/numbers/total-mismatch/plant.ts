import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

const ROWS = [
  ['Region', 'Homes', 'Rent'],
  ['North', '1,210', '$4.2m'],
  ['South', '830', '$2.9m'],
  ['West', '415', '$1.4m'],
];

export const totalMismatchPlant: Plant = definePlant({
  rule: 'report-structure/total-mismatch',
  clean: () => reportOf('# Rents in the regions', 'Rents rose in every region.', [...ROWS, ['Total', '2,455', '$8.5m']]),
  ways: byAdding('a total that is off', [[...ROWS, ['Total', '2,355', '$8.5m']]], { messageId: 'total', excerpt: '2,355' }),
});
