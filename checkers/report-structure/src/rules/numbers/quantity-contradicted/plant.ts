import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const quantityContradictedPlant: Plant = definePlant({
  rule: 'report-structure/quantity-contradicted',
  clean: () => reportOf('# Rents in the regions', 'The total rent was $4.2 million in 2023.', 'Homes are few.'),
  ways: byAdding('the summary says something else', ['As shown, the total rent was $4.1 million in 2023.'], {
    messageId: 'two',
    excerpt: '$4.1 million',
  }),
});
