import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const unresolvedReferencePlant: Plant = definePlant({
  rule: 'report-structure/unresolved-reference',
  clean: () =>
    reportOf('# Rents', 'Rents rose, see Table 1.', 'Table 1: Rents by region', [
      ['Region', 'Rent'],
      ['North', '80'],
      ['South', '90'],
    ]),
  ways: {
    ...byAdding('a table that is not there', ['Wages fell, see Table 2.'], { messageId: 'missing', excerpt: 'Table 2' }),
    ...byAdding('an appendix that is not there', ['The method is in Appendix B.'], { messageId: 'missing', excerpt: 'Appendix B' }),
    ...byAdding('a chart that is not there', ['The chart below shows it.'], { messageId: 'promised', excerpt: 'chart below' }),
  },
});
