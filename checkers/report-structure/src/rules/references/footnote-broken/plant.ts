import { definePlant, type Plant } from '@preflag/testing';
import { addToMarkdown, markdownReport } from '../../../report-plants.ts';

export const footnoteBrokenPlant: Plant = definePlant({
  rule: 'report-structure/footnote-broken',
  clean: () => markdownReport('# Rents', 'Rents rose.[^1]', '[^1]: By a tenth.'),
  ways: {
    'a mark without a footnote': (clean) =>
      addToMarkdown(clean, ['Wages fell.[^wages]'], [{ messageId: 'undefined', excerpt: '[^wages]' }]),
    'a footnote without a mark': (clean) => addToMarkdown(clean, ['[^wages]: By a fifth.'], [{ messageId: 'unused' }]),
  },
});
