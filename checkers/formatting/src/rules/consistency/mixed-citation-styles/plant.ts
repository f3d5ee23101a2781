import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const mixedCitationStylesPlant: Plant = definePlant({
  rule: 'formatting/mixed-citation-styles',
  clean: () =>
    reportsOf(['# Rents', 'Rents rose (Smith, 2020), as they did before (Jones & Lee, 2018), and as others say (Park et al., 2021).']),
  ways: paragraphWays({
    'numbers in brackets': ['Prices fell [1], as wages did [2].', { messageId: 'mixed', excerpt: '[1]' }],
  }),
});
