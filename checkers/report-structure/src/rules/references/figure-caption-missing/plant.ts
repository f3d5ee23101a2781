import { definePlant, type Example, PICTURE, type Plant, type Planted, textOf, withFile } from '@preflag/testing';
import { addToMarkdown } from '../../../report-plants.ts';

const FIGURE = '<figure><img src="rents.png" alt="Rents by region"><figcaption>Figure 1: Rents</figcaption></figure>';
const SECOND = '<figure><img src="wages.png" alt="Wages by region"><figcaption>Figure 2: Wages</figcaption></figure>';

export const figureCaptionMissingPlant: Plant = definePlant({
  rule: 'report-structure/figure-caption-missing',
  clean: () => ({
    files: {
      'report.md':
        '# Rents\n\n![Rents by region](rents.png)\n\nFigure 1: Rents\n\nThey rose.\n\n![Wages by region](wages.png)\n\nFigure 2: Wages\n',
      'rents.png': PICTURE,
      'wages.png': PICTURE,
      'report.html': `<html lang="en"><title>Rents</title><h1>Rents</h1>${FIGURE}<p>They rose.</p>${SECOND}</html>`,
    },
  }),
  ways: {
    'a picture without, in markdown': (clean) =>
      addToMarkdown(clean, ['They fell.', '![Homes by region](homes.png)'], [{ messageId: 'none' }]),
    'a picture without, in html': (clean) => addToHtml(clean, '<p>They fell.</p><p><img src="homes.png" alt="Homes by region"></p>'),
  },
});

function addToHtml(clean: Example, html: string): Planted | undefined {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.html'));
  if (path === undefined || !textOf(clean, path).includes('</html>')) return undefined;
  return {
    example: withFile(clean, path, textOf(clean, path).replace('</html>', `${html}</html>`)),
    findings: [{ messageId: 'none', file: path }],
  };
}
