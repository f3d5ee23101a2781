import { definePlant, type Plant } from '@preflag/testing';
import { cleanReports, paragraphWays } from '../../../document-plants.ts';

export const repeatedWordPlant: Plant = definePlant({
  rule: 'formatting/repeated-word',
  clean: cleanReports,
  ways: paragraphWays({
    'an article': ['Rents rose in the the south.', { messageId: 'twice', excerpt: 'the the' }],
    'at the beginning': ['The the rents rose in May.', { messageId: 'twice', excerpt: 'The the' }],
    'a word of the matter': ['The rents rents rose in May.', { messageId: 'twice', excerpt: 'rents rents' }],
  }),
});
