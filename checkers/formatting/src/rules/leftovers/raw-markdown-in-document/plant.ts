import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';
import { addToDocx, cleanReports, paragraphXml } from '../../../document-plants.ts';

const PAGE =
  '<!doctype html>\n<html lang="en"><head><title>Sales in spring</title></head><body>\n<h1>Sales in spring</h1>\n<p>Sales rose by a tenth in March.</p>\n</body></html>\n';

const wordWay =
  (text: string, excerpt: string): Plant['ways'][string] =>
  (clean) =>
    addToDocx(clean, paragraphXml(text), [{ messageId: 'sign', excerpt }]);

const htmlWay =
  (text: string, excerpt: string): Plant['ways'][string] =>
  (clean) => {
    const path = Object.keys(clean.files).find((name) => name.endsWith('.html') && textOf(clean, name).includes('</body>'));
    if (path === undefined) return undefined;
    const planted = textOf(clean, path).replace('</body>', `<p>${text}</p>\n</body>`);
    return { example: withFile(clean, path, planted), findings: [{ messageId: 'sign', file: path, excerpt }] };
  };

/** Word and html: signs of markdown are no failure in markdown. */
export const rawMarkdownInDocumentPlant: Plant = definePlant({
  rule: 'formatting/raw-markdown-in-document',
  clean: async () => withFile(await cleanReports(), 'page.html', PAGE),
  ways: {
    'bold text, in Word': wordWay('The **south** sold the most.', '**south**'),
    'a link, in Word': wordWay('See [the office](https://stat.example/prices) for more.', '[the office]'),
    'the rule of a table, in Word': wordWay('|---|---|', '|---|---|'),
    'a fence of code, in Word': wordWay('```json', '```json'),
    'bold text, in html': htmlWay('The **south** sold the most.', '**south**'),
  },
});
