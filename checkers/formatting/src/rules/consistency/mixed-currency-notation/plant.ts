import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const mixedCurrencyNotationPlant: Plant = definePlant({
  rule: 'formatting/mixed-currency-notation',
  clean: () => reportsOf(['# Rents', 'The rent was €900 in May, €920 in June and €940 in July, with €50 for the heating.']),
  ways: paragraphWays({
    'the code in place of the sign': ['It was EUR 950 in August and EUR 960 in September.', { messageId: 'mixed', excerpt: 'EUR 950' }],
    'the sign behind': ['It was 950 € in August and 960 € in September.', { messageId: 'mixed', excerpt: '950 €' }],
  }),
});
