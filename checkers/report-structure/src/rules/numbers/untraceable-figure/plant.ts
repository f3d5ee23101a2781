import { definePlant, type Plant } from '@preflag/testing';
import { salesReport } from '../../../data-plants.ts';
import { byAdding } from '../../../report-plants.ts';

export const untraceableFigurePlant: Plant = definePlant({
  rule: 'report-structure/untraceable-figure',
  clean: () => salesReport('All regions together sold for €5,200.00, of which €2,650.75 in the north.'),
  ways: {
    ...byAdding('a figure that is made up', ['Returns came to €7,777.77.'], { messageId: 'untraced', excerpt: '€7,777.77' }),
    ...byAdding('a figure with a wrong digit', ['The best quarter had sales of €1,450.75.'], { messageId: 'near', excerpt: '€1,450.75' }),
  },
});
