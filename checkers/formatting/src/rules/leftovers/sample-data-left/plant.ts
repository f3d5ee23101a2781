import { definePlant, type Plant } from '@preflag/testing';
import { cleanReports, paragraphWays } from '../../../document-plants.ts';

export const sampleDataLeftPlant: Plant = definePlant({
  rule: 'formatting/sample-data-left',
  clean: cleanReports,
  ways: paragraphWays({
    'a name': ['The contract is signed by John Doe.', { messageId: 'sample', excerpt: 'John Doe' }],
    'an address': ['Write to john.doe@example.com for a copy.', { messageId: 'sample', excerpt: 'john.doe@example.com' }],
    'a number': ['Call (212) 555-0123 for a copy.', { messageId: 'sample', excerpt: '555-0123' }],
  }),
});
