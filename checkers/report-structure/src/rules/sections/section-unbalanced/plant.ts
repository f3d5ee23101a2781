import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

const about = (what: string, times: number): string =>
  Array.from({ length: times }, (_, index) => `In year ${index + 1} the ${what} rose again in town.`).join(' ');

export const sectionUnbalancedPlant: Plant = definePlant({
  rule: 'report-structure/section-unbalanced',
  clean: () =>
    reportOf(
      '# Rents',
      '## Causes',
      about('wages', 20),
      '## Effects',
      about('rents', 20),
      '## Outlook',
      about('prices', 20),
      '## Advice',
      about('homes', 20),
    ),
  ways: {
    ...byAdding('a long section', ['## Details', about('costs', 400)], { messageId: 'large', excerpt: 'Details' }),
    ...byAdding('a long conclusion', ['## Conclusion', about('costs', 150)], { messageId: 'closing', excerpt: 'Conclusion' }),
  },
});
