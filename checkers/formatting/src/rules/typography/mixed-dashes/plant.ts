import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const mixedDashesPlant: Plant = definePlant({
  rule: 'formatting/mixed-dashes',
  clean: () => reportsOf(['# Rents', 'Rents – and prices – rose in May – as they did in June – but not in the north – or so it seems.']),
  ways: paragraphWays({
    'em dashes': ['Prices—and wages—fell in July—for once.', { messageId: 'mixed', excerpt: '—' }],
    hyphens: ['Prices - and wages - fell in July - for once.', { messageId: 'mixed', excerpt: ' - ' }],
  }),
});
