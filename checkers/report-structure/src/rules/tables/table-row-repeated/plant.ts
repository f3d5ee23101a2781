import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const tableRowRepeatedPlant: Plant = definePlant({
  rule: 'report-structure/table-row-repeated',
  clean: () =>
    reportOf('# Rents', 'As follows.', [
      ['Region', 'Rent', 'Homes'],
      ['North', '80', '7'],
      ['South', '90', '8'],
    ]),
  ways: byAdding(
    'a row twice',
    [
      'More.',
      [
        ['Region', 'Wages', 'Jobs'],
        ['North', '81', '180'],
        ['South', '91', '190'],
        ['North', '81', '180'],
      ],
    ],
    { messageId: 'twice', excerpt: 'North' },
  ),
});
