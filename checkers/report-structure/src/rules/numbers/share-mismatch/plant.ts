import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const shareMismatchPlant: Plant = definePlant({
  rule: 'report-structure/share-mismatch',
  clean: () => reportOf('# Answers of the tenants', 'Of all tenants, 12 of 15 (80 %) have answered.'),
  ways: byAdding('a share of other counts', ['Most landlords, 12 of 16 (80 %), have answered.'], { messageId: 'share', excerpt: '80 %' }),
});
