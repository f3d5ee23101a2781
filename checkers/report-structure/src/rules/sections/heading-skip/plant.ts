import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const headingSkipPlant: Plant = definePlant({
  rule: 'report-structure/heading-skip',
  clean: () => reportOf('# Rents', '## Causes', 'Few homes.', '### North', 'High rents.'),
  ways: byAdding('a level is left out', ['## Effects', 'Some.', '#### South', 'High rents.'], { messageId: 'skip', excerpt: 'South' }),
});
