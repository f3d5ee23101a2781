import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const captionNumberBrokenPlant: Plant = definePlant({
  rule: 'report-structure/caption-number-broken',
  clean: () =>
    reportOf('# Rents', 'See Table 1.', 'Table 1: Rents by region', [
      ['Region', 'Rent'],
      ['North', '80'],
      ['South', '90'],
    ]),
  ways: byAdding(
    'the same number again',
    [
      'Table 1: Wages by region',
      [
        ['Region', 'Wage'],
        ['North', '180'],
        ['South', '190'],
      ],
    ],
    { messageId: 'twice', excerpt: 'Table 1' },
  ),
});
