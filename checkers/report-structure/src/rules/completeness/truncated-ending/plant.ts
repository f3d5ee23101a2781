import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const truncatedEndingPlant: Plant = definePlant({
  rule: 'report-structure/truncated-ending',
  clean: () => reportOf('# Rents', 'Rents rose in every region, and homes are few in most of them.'),
  ways: {
    ...byAdding('a sentence that breaks off', ['Wages rose in most regions of the country as well, which led to the'], {
      messageId: 'word',
      excerpt: 'led to the',
    }),
    ...byAdding('a heading at the end', ['Text.', 'Text.', '## Outlook'], { messageId: 'heading', excerpt: 'Outlook' }),
  },
});
