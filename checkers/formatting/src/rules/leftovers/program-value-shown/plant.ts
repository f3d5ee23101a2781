import { definePlant, type Plant } from '@preflag/testing';
import { cleanReports, paragraphWays } from '../../../document-plants.ts';

export const programValueShownPlant: Plant = definePlant({
  rule: 'formatting/program-value-shown',
  clean: cleanReports,
  ways: paragraphWays({
    'an object': ['The region is [object Object] this month.', { messageId: 'object', excerpt: '[object Object]' }],
    'no value at all': ['NaN', { messageId: 'alone', excerpt: 'NaN' }],
    'no number behind a label': ['Revenue in May: #DIV/0!', { messageId: 'alone', excerpt: '#DIV/0!' }],
    'a line break': ['Rents rose in May.\\nThey fell in June.', { messageId: 'break', excerpt: '\\n' }],
  }),
});
