import { definePlant, type Plant } from '@preflag/testing';
import { salesReport } from '../../../data-plants.ts';
import { byAdding } from '../../../report-plants.ts';

export const contradictsDataPlant: Plant = definePlant({
  rule: 'report-structure/contradicts-data',
  clean: () => salesReport('In Q2, the revenue of North was €1,450.25.'),
  ways: {
    ...byAdding(
      'a table with a wrong cell',
      [
        [
          ['Region', 'Quarter', 'Units'],
          ['North', 'Q1', '310'],
          ['South', 'Q1', '240'],
        ],
      ],
      { messageId: 'cell', excerpt: '240' },
    ),
    ...byAdding('a share that the data refutes', ['North has 61 % of revenue.'], { messageId: 'share', excerpt: '61 %' }),
    ...byAdding('a change that the data refutes', ['From Q1 to Q2, revenue rose by 21.5 %.'], { messageId: 'change', excerpt: '21.5 %' }),
    ...byAdding('the figure of another row', ['In Q1, the revenue of South was €1,200.50.'], { messageId: 'prose', excerpt: '€1,200.50' }),
  },
});
