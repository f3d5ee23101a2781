import { definePlant, type Plant } from '@preflag/testing';
import { addToMarkdown, markdownReport } from '../../../report-plants.ts';

export const severalTitlesPlant: Plant = definePlant({
  rule: 'report-structure/several-titles',
  clean: () => markdownReport('# Rents', '## Causes', 'Few homes.'),
  ways: {
    'a second title': (clean) =>
      addToMarkdown(clean, ['# Rents in detail', 'High rents.'], [{ messageId: 'several', excerpt: 'Rents in detail' }]),
  },
});
