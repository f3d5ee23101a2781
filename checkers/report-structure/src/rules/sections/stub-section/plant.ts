import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

const about = (what: string): string =>
  Array.from({ length: 20 }, (_, index) => `In year ${index + 1} the ${what} rose again in town.`).join(' ');

export const stubSectionPlant: Plant = definePlant({
  rule: 'report-structure/stub-section',
  clean: () => reportOf('# Rents', '## Causes', about('wages'), '## Effects', about('rents'), '## Outlook', about('prices')),
  ways: byAdding('a section of two words', ['## Advice', 'Build more.'], { messageId: 'stub', excerpt: 'Advice' }),
});
