import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, cleanReports, paragraphXml } from '../../../document-plants.ts';

const wordWay =
  (text: string, excerpt: string, more = ''): Plant['ways'][string] =>
  (clean) =>
    addToDocx(clean, `${paragraphXml(text)}${more}`, [{ messageId: 'sign', excerpt }]);

/** Only Word: signs of markdown are no failure in markdown. */
export const rawMarkdownInDocumentPlant: Plant = definePlant({
  rule: 'formatting/raw-markdown-in-document',
  clean: cleanReports,
  ways: {
    'bold text': wordWay('The **south** sold the most.', '**south**'),
    'a link': wordWay('See [the office](https://stat.example/prices) for more.', '[the office]'),
    'the rule of a table': wordWay('|---|---|', '|---|---|'),
    'a fence of code': wordWay('```json', '```json'),
  },
});
