import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const emptySectionPlant: Plant = definePlant({
  rule: 'report-structure/empty-section',
  clean: () => reportOf('# Rents', '## Causes', 'Few homes.', '## Effects', 'High rents.'),
  ways: byAdding('a section of which only the heading is there', ['## Outlook'], { messageId: 'empty', excerpt: 'Outlook' }),
});
