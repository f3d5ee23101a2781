import { definePlant, type Plant } from '@preflag/testing';
import { addToMarkdown, markdownReport } from '../../../report-plants.ts';

export const raggedTablePlant: Plant = definePlant({
  rule: 'report-structure/ragged-table',
  clean: () =>
    markdownReport('# Rents', [
      ['Region', 'Rent'],
      ['North', '80'],
    ]),
  ways: {
    'a row with a cell too many': (clean) =>
      addToMarkdown(clean, ['| Town | Rent |\n|---|---|\n| Ulm | 1 | 250 |'], [{ messageId: 'more', excerpt: 'Ulm' }]),
  },
});
