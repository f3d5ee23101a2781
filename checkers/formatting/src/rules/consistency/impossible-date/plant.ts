import { definePlant, type Plant } from '@preflag/testing';
import { cleanReports, paragraphWays } from '../../../document-plants.ts';

export const impossibleDatePlant: Plant = definePlant({
  rule: 'formatting/impossible-date',
  clean: cleanReports,
  ways: paragraphWays({
    'a day too many': ['The office counts on 31 June 2025.', { messageId: 'day', excerpt: '31 June 2025' }],
    'a leap day in another year': ['The office counts on February 29, 2025.', { messageId: 'day', excerpt: 'February 29, 2025' }],
    'the wrong weekday': ['The office counts on Monday, 5 March 2025.', { messageId: 'weekday', excerpt: '5 March 2025' }],
    'in figures': ['The office counts on 2025-02-30.', { messageId: 'figures', excerpt: '2025-02-30' }],
  }),
});
