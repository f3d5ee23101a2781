import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const tableCaptionMissingPlant: Plant = definePlant({
  rule: 'report-structure/table-caption-missing',
  clean: () =>
    reportOf(
      '# Rents',
      'See Table 1 and Table 2.',
      'Table 1: Rents',
      [
        ['Region', 'Rent'],
        ['North', '80'],
        ['South', '90'],
      ],
      'Table 2: Wages',
      [
        ['Region', 'Wage'],
        ['North', '180'],
        ['South', '190'],
      ],
    ),
  ways: byAdding(
    'a table without',
    [
      'More of it.',
      [
        ['Region', 'Homes'],
        ['North', '980'],
        ['South', '790'],
      ],
    ],
    { messageId: 'none', excerpt: 'Region' },
  ),
});
