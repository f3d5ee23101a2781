import { definePlant, type Plant } from '@preflag/testing';
import { cleanReports, paragraphWays } from '../../../document-plants.ts';

export const mojibakePlant: Plant = definePlant({
  rule: 'formatting/mojibake',
  clean: cleanReports,
  ways: paragraphWays({
    'an apostrophe': ['The officeâ€™s count is out.', { messageId: 'garbled', excerpt: 'â€™' }],
    'a letter': ['The cafÃ© on the corner pays more.', { messageId: 'garbled', excerpt: 'Ã©' }],
    'a space': ['The rent isÂ\u00A0low.', { messageId: 'garbled', excerpt: 'Â' }],
    'a character that was lost': ['The caf\uFFFD on the corner pays more.', { messageId: 'lost', excerpt: '\uFFFD' }],
  }),
});
