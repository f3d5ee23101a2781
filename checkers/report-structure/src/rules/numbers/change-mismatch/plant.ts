import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const changeMismatchPlant: Plant = definePlant({
  rule: 'report-structure/change-mismatch',
  clean: () => reportOf('# Rents in the regions', 'Rents rose from 80 to 100 euros, an increase of 25 %.'),
  ways: {
    ...byAdding('a change that is computed from the wrong end', ['Wages rose from 80 to 100 euros, an increase of 20 %.'], {
      messageId: 'change',
      excerpt: '20 %',
    }),
    ...byAdding('a change that goes the other way', ['Wages rose from 120 to 100 euros.'], { messageId: 'direction', excerpt: 'rose' }),
  },
});
