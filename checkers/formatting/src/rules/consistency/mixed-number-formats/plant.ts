import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const mixedNumberFormatsPlant: Plant = definePlant({
  rule: 'formatting/mixed-number-formats',
  clean: () => reportsOf(['# Rents', 'The rents of the town were 1,234,567.50 in May and 1,345,678.90 in June, and 1,456,789.10 in July.']),
  ways: paragraphWays({
    'the German way': ['They were 1.567.890,20 in August and 1.678.901,30 in September.', { messageId: 'mixed', excerpt: '1.567.890,20' }],
    'the Swiss way': ['They were 1’567’890 in August and 1’678’901 in September.', { messageId: 'mixed', excerpt: '1’567’890' }],
  }),
});
