import { definePlant, type Plant } from '@preflag/testing';
import { cleanReports, paragraphWays } from '../../../document-plants.ts';

export const bracketNotClosedPlant: Plant = definePlant({
  rule: 'formatting/bracket-not-closed',
  clean: cleanReports,
  ways: paragraphWays({
    'one that is not closed': ['Rents rose (by a tenth in the south, and fell in June.', { messageId: 'open', excerpt: '(' }],
    'one that was not opened': ['Rents rose by a tenth in the south) and fell in June.', { messageId: 'closed', excerpt: ')' }],
  }),
});
