import { definePlant, type Plant } from '@preflag/testing';
import { addToMarkdown, markdownReport } from '../../../report-plants.ts';

export const brokenAnchorPlant: Plant = definePlant({
  rule: 'report-structure/broken-anchor',
  clean: () => markdownReport('# Rents', 'See [the causes](#causes).', '## Causes', 'Few homes.'),
  ways: {
    'a link to a heading that is not there': (clean) =>
      addToMarkdown(clean, ['See [the effects](#effects).'], [{ messageId: 'broken', excerpt: 'the effects' }]),
  },
});
