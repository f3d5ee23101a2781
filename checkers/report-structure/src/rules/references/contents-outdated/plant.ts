import { definePlant, type Plant } from '@preflag/testing';
import { addToMarkdown, markdownReport } from '../../../report-plants.ts';

export const contentsOutdatedPlant: Plant = definePlant({
  rule: 'report-structure/contents-outdated',
  clean: () =>
    markdownReport(
      '# Rents',
      '- [Causes](#causes)\n- [Effects](#effects)\n- [Outlook](#outlook)',
      '## Causes',
      'Few.',
      '## Effects',
      'High.',
      '## Outlook',
      'Worse.',
    ),
  ways: {
    'a heading that the contents do not have': (clean) =>
      addToMarkdown(clean, ['## Advice', 'Build.'], [{ messageId: 'missing', excerpt: 'Advice' }]),
  },
});
