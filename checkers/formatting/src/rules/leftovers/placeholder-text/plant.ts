import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

export const placeholderTextPlant: Plant = definePlant({
  rule: 'formatting/placeholder-text',
  clean: () => reportsOf(['# Offer', 'Dear Ms Park,', 'thank you for your order of 3 May.']),
  ways: paragraphWays({
    'filler text': ['Lorem ipsum dolor sit amet, consectetur adipiscing elit.', { messageId: 'placeholder', excerpt: 'Lorem ipsum dolor' }],
    'a name in brackets': ['Kind regards, [Your Name]', { messageId: 'placeholder', excerpt: '[Your Name]' }],
    'a company in brackets': ['We at [Company Name] thank you.', { messageId: 'placeholder', excerpt: '[Company Name]' }],
    'an order to the writer': ['Revenue: [insert figure for March]', { messageId: 'placeholder', excerpt: '[insert figure for March]' }],
    'an empty field of Word': [
      'Click or tap here to enter text.',
      { messageId: 'placeholder', excerpt: 'Click or tap here to enter text' },
    ],
    'a field of a template': ['Dear {{first_name}},', { messageId: 'template', excerpt: '{{first_name}}' }],
    'a figure of crosses': ['Revenue rose by XX% in March.', { messageId: 'figure', excerpt: 'XX%' }],
    'a mark of the writer': ['The price is TBD until May.', { messageId: 'mark', excerpt: 'TBD' }],
  }),
});
