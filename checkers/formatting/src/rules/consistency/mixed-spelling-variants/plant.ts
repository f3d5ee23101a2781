import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const mixedSpellingVariantsPlant: Plant = definePlant({
  rule: 'formatting/mixed-spelling-variants',
  clean: () =>
    reportsOf(['# Rents', 'The colour of the house and the behaviour of the neighbours in the centre were in favour of a higher rent.']),
  ways: paragraphWays({
    'American words': [
      'The labor was cheap, the flavor was gone, and the gray house was analyzed.',
      { messageId: 'mixed', excerpt: 'labor' },
      { messageId: 'mixed', excerpt: 'flavor' },
      { messageId: 'mixed', excerpt: 'gray' },
      { messageId: 'mixed', excerpt: 'analyzed' },
    ],
  }),
});
