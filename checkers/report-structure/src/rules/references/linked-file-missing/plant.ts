import { definePlant, type Example, PICTURE, type Plant, type PlantedFinding, textOf, withFile } from '@preflag/testing';
import { addToMarkdown } from '../../../report-plants.ts';

export const linkedFileMissingPlant: Plant = definePlant({
  rule: 'report-structure/linked-file-missing',
  clean: () => ({
    files: {
      'report.md': '# Rents\n\nThe [data](data/rents.csv) and the [method](annex/method.html#sampling).\n\n![Rents by region](rents.png)\n',
      'annex/method.html':
        '<html lang="en"><title>Method</title><h1 id="sampling">Method</h1><p>As in the <a href="../report.md">report</a>.</p></html>',
      'data/rents.csv': 'region,rent\nnorth,80\n',
      'rents.png': PICTURE,
    },
  }),
  ways: {
    'a link in markdown': (clean) =>
      addToMarkdown(clean, ['See the [wages](data/wages.csv).'], [{ messageId: 'missing', excerpt: 'wages' }]),
    'a picture in markdown': (clean) => addToMarkdown(clean, ['![Wages](wages.png)'], [{ messageId: 'picture' }]),
    'a link to a sandbox': (clean) => addToMarkdown(clean, ['Get it [here](sandbox:/mnt/data/report.xlsx).'], [{ messageId: 'machine' }]),
    'a link in html': (clean) => addToHtml(clean, '<p><a href="wages.csv">Wages</a></p>', [{ messageId: 'missing', excerpt: 'Wages' }]),
  },
});

function addToHtml(clean: Example, html: string, findings: readonly PlantedFinding[]): ReturnType<Plant['ways'][string]> {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.html'));
  if (path === undefined || !textOf(clean, path).includes('</html>')) return undefined;
  const example = withFile(clean, path, textOf(clean, path).replace('</html>', `${html}</html>`));
  return { example, findings: findings.map((finding) => ({ ...finding, file: path })) };
}
