import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const duplicateEntryPlant: Plant = definePlant({
  rule: 'report-structure/duplicate-entry',
  clean: () =>
    reportOf(
      '# Rents',
      'Text.',
      '## References',
      '[1] Miller, A. (2020). Rents. https://one.org/a',
      '[2] Meyer, B. (2021). Homes. https://one.org/b',
    ),
  ways: byAdding('the same address again', ['[3] Miller (2020), Rents in town, https://one.org/a'], {
    messageId: 'same',
    excerpt: 'Rents in town',
  }),
});
