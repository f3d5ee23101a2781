import { definePlant, type Plant } from '@preflag/testing';
import { addToMarkdown, markdownReport } from '../../../report-plants.ts';

export const placeholderLinkPlant: Plant = definePlant({
  rule: 'report-structure/placeholder-link',
  clean: () => markdownReport('# Rents', 'See [the office](https://www.destatis.de/).'),
  ways: {
    'an example for an address': (clean) =>
      addToMarkdown(clean, ['See [the figures](https://example.com/data).'], [{ messageId: 'placeholder', excerpt: 'the figures' }]),
    'a link without an address': (clean) =>
      addToMarkdown(clean, ['See [the figures]().'], [{ messageId: 'empty', excerpt: 'the figures' }]),
  },
});
