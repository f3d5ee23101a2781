import { definePlant, type Plant } from '@preflag/testing';
import { cleanReports, paragraphWays } from '../../../document-plants.ts';

export const spaceBeforePunctuationPlant: Plant = definePlant({
  rule: 'formatting/space-before-punctuation',
  clean: cleanReports,
  ways: paragraphWays({
    'before a comma': ['Rents rose in May , and fell in June.', { messageId: 'stop', excerpt: ' ,' }],
    'before a full stop': ['Rents rose in May .', { messageId: 'stop', excerpt: ' .' }],
    'before a question mark': ['Did rents rise in May ?', { messageId: 'other', excerpt: ' ?' }],
  }),
});
