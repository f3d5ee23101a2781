import { definePlant, type Plant } from '@preflag/testing';
import { cleanReports, paragraphWays } from '../../../document-plants.ts';

export const doubleSpacePlant: Plant = definePlant({
  rule: 'formatting/double-space',
  clean: cleanReports,
  ways: paragraphWays({
    'three gaps': ['Rents  rose in May,  and fell  again in June.', { messageId: 'many', excerpt: '  ' }],
  }),
});
