import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const incompleteEntryPlant: Plant = definePlant({
  rule: 'report-structure/incomplete-entry',
  clean: () =>
    reportOf('# Rents', 'Text.', '## References', 'Miller, A. (2020). Rents.', 'Meyer, B. (2021). Homes.', 'Moore, C. (2022). Wages.'),
  ways: byAdding('an entry without a year', ['Young, D. Prices in towns.'], { messageId: 'incomplete', excerpt: 'Young' }),
});
