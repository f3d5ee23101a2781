import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const contradictsTablePlant: Plant = definePlant({
  rule: 'report-structure/contradicts-table',
  clean: () =>
    reportOf('# Homes by region', 'The number of homes in North is 1,210.', [
      ['Region', 'Homes', 'Offices'],
      ['North', '1,210', '310'],
      ['South', '830', '204'],
    ]),
  ways: byAdding('the text has the figure of no cell', ['South has 380 homes.'], { messageId: 'differs', excerpt: '380' }),
});
