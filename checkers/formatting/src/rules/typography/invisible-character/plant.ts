import { definePlant, type Plant } from '@preflag/testing';
import { addToMarkdown, cleanReports, paragraphWays } from '../../../document-plants.ts';

export const invisibleCharacterPlant: Plant = definePlant({
  rule: 'formatting/invisible-character',
  clean: cleanReports,
  ways: {
    ...paragraphWays({
      'a zero-width space': ['Rents rose\u200B in May.', { messageId: 'hidden', excerpt: '\u200B' }],
      'a mark of direction': ['Rents rose\u200E in May.', { messageId: 'hidden', excerpt: '\u200E' }],
      'letters that only programs read': ['Rents rose\u{E0041}\u{E0042} in May.', { messageId: 'tag', excerpt: '\u{E0041}' }],
    }),
    'a control character, in markdown': (clean) =>
      addToMarkdown(clean, 'Rents rose\u0007 in May.', [{ messageId: 'control', excerpt: '\u0007' }]),
  },
});
