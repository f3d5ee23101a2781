import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const duplicateSectionPlant: Plant = definePlant({
  rule: 'report-structure/duplicate-section',
  clean: () => reportOf('# Rents', '## Causes', 'Few homes.', '## Effects', 'High rents.'),
  ways: byAdding('a section comes again', ['## Causes', 'Few new homes.'], { messageId: 'twice', excerpt: 'Causes' }),
});
