import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const mixedEllipsesPlant: Plant = definePlant({
  rule: 'formatting/mixed-ellipses',
  clean: () => reportsOf(['# Rents', 'Rents rose… and fell… and stood… as they were.']),
  ways: paragraphWays({ 'full stops': ['Prices fell... and rose... again.', { messageId: 'mixed', excerpt: '...' }] }),
});
