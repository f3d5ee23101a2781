import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const tableHeaderEmptyPlant: Plant = definePlant({
  rule: 'report-structure/table-header-empty',
  clean: () =>
    reportOf('# Rents', 'As follows.', [
      ['Region', 'Rent', 'Homes'],
      ['North', '80', '7'],
      ['South', '90', '8'],
    ]),
  ways: byAdding(
    'a column without a header',
    [
      'More.',
      [
        ['Region', '', 'Wages'],
        ['North', '81', '180'],
        ['South', '91', '190'],
      ],
    ],
    { messageId: 'empty', excerpt: '81' },
  ),
});
