import { definePlant, type Plant } from '@preflag/testing';
import { addToMarkdown, reportOf } from '../../../report-plants.ts';

export const countNotMetPlant: Plant = definePlant({
  rule: 'report-structure/count-not-met',
  clean: () => reportOf('# Rents', 'Rents rose for two reasons:', '- Homes are few.', '- Wages rose.'),
  ways: {
    'one reason is missing': (clean) =>
      addToMarkdown(
        clean,
        ['Wages rose for three reasons:', '- Jobs are many.', '- Prices rose.'],
        [{ messageId: 'count', excerpt: 'three reasons' }],
      ),
  },
});
