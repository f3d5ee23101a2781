import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const tableUnitMissingPlant: Plant = definePlant({
  rule: 'report-structure/table-unit-missing',
  clean: () =>
    reportOf('# Rents', [
      ['Region', 'Rent (EUR)', 'Area (m²)', 'Share (%)'],
      ['North', '80.50', '60.2', '40.5'],
      ['South', '90.10', '55.9', '59.5'],
    ]),
  ways: byAdding(
    'a column without',
    [
      'Of the south:',
      [
        ['Town', 'Wage (EUR)', 'Area (ha)', 'Distance'],
        ['A', '180.50', '160.2', '4.5'],
        ['B', '190.10', '155.9', '9.5'],
      ],
    ],
    { messageId: 'none', excerpt: 'Distance' },
  ),
});
