import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const mixedQuotesPlant: Plant = definePlant({
  rule: 'formatting/mixed-quotes',
  clean: () =>
    reportsOf(['# Rents', 'The office says “up” where it said “down” and “flat” before; it’s and that’s and here’s and what’s new.']),
  ways: paragraphWays({
    'straight quotation marks': ['The client says "up" and "down" of it.', { messageId: 'mixed', excerpt: '"' }],
    'straight apostrophes': ["It's that what's there's what's here.", { messageId: 'mixed', excerpt: "'" }],
  }),
});
