import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const mixedUnitSpacingPlant: Plant = definePlant({
  rule: 'formatting/mixed-unit-spacing',
  clean: () => reportsOf(['# Loads', 'A load of 5 kg, 7 kg or 9 kg may rise by 10% or by 12% or by 14%.']),
  ways: paragraphWays({
    'units without a space': ['Others have 3kg or 4kg.', { messageId: 'mixed', excerpt: 'kg' }],
    'percent signs with a space': ['Others rise by 3 % or by 4 %.', { messageId: 'mixed', excerpt: '%' }],
  }),
});
