import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const captionNeverReferencedPlant: Plant = definePlant({
  rule: 'report-structure/caption-never-referenced',
  clean: () =>
    reportOf('# Rents', 'See Table 1.', 'Table 1: Rents by region', [
      ['Region', 'Rent'],
      ['North', '80'],
      ['South', '90'],
    ]),
  ways: byAdding(
    'a table that is not spoken of',
    [
      'Table 2: Wages by region',
      [
        ['Region', 'Wage'],
        ['North', '180'],
        ['South', '190'],
      ],
    ],
    { messageId: 'unused', excerpt: 'Table 2' },
  ),
});
