import { definePlant, type Plant } from '@preflag/testing';
import { cleanReports, paragraphWays } from '../../../document-plants.ts';

export const brandNameMisspeltPlant: Plant = definePlant({
  rule: 'formatting/brand-name-misspelt',
  clean: cleanReports,
  ways: paragraphWays({
    'one capital too few': [
      'The team is on Github and on Linkedin.',
      { messageId: 'name', excerpt: 'Github' },
      { messageId: 'name', excerpt: 'Linkedin' },
    ],
    'one capital too many': [
      'It was sold on Ebay to an IPhone owner.',
      { messageId: 'name', excerpt: 'Ebay' },
      { messageId: 'name', excerpt: 'IPhone' },
    ],
  }),
});
