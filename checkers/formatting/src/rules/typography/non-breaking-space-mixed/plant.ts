import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const nonBreakingSpaceMixedPlant: Plant = definePlant({
  rule: 'formatting/non-breaking-space-mixed',
  clean: () => reportsOf(['# Loads', 'The loads were 5\u00A0kg, 6\u00A0kg and 7\u00A0kg in May.']),
  ways: paragraphWays({
    'ordinary spaces before units': ['Others had 3 kg, 4 kg and 8 kg.', { messageId: 'mixed', excerpt: ' ' }],
    'pasted from a web page': ['Rents\u00A0rose in the\u00A0south and\u00A0fell again.', { messageId: 'stray', excerpt: '\u00A0' }],
  }),
});
