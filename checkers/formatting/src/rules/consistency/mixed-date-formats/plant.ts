import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const mixedDateFormatsPlant: Plant = definePlant({
  rule: 'formatting/mixed-date-formats',
  clean: () =>
    reportsOf(['# Rents', 'The office counts on 5 March 2025, on 6 June 2025 and on 8 September 2025, and again on 10 December 2025.']),
  ways: paragraphWays({
    'the American way': ['It was late on March 7, 2024 and on June 9, 2024.', { messageId: 'mixed', excerpt: 'March 7, 2024' }],
    'in figures': ['It was late on 2024-03-07 and on 2024-06-09.', { messageId: 'mixed', excerpt: '2024-03-07' }],
  }),
});
