import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const abbreviationExplainedTwicePlant: Plant = definePlant({
  rule: 'formatting/abbreviation-explained-twice',
  clean: () => reportsOf(['# Growth', 'The gross domestic product (GDP) rose, and the GDP of the south rose most.']),
  ways: paragraphWays({
    'an abbreviation is explained again': ['In May the gross domestic product (GDP) fell.', { messageId: 'twice', excerpt: 'GDP' }],
  }),
});
