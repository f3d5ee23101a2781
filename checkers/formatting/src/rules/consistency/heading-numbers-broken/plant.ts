import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToMarkdown, paragraphXml, reportsOf, type Expected } from '../../../document-plants.ts';

const way =
  (title: string, finding: Expected, inWord: boolean): Plant['ways'][string] =>
  (clean) =>
    inWord
      ? addToDocx(clean, paragraphXml(title, '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>'), [finding])
      : addToMarkdown(clean, `## ${title}\n\nIt is so.`, [finding]);

export const headingNumbersBrokenPlant: Plant = definePlant({
  rule: 'formatting/heading-numbers-broken',
  clean: () =>
    reportsOf([
      '# Rents',
      '## 1. The south',
      'They rose.',
      '## 2. The north',
      'They fell.',
      '## 3. The east',
      'They stood.',
      '### 3.1 The town',
      'It grew.',
    ]),
  ways: {
    'a number is left out, in markdown': way('5. The west', { messageId: 'gap', excerpt: 'The west' }, false),
    'a number is left out, in Word': way('5. The west', { messageId: 'gap', excerpt: 'The west' }, true),
    'a number comes again, in markdown': way('2. The west', { messageId: 'again', excerpt: 'The west' }, false),
    'a number comes again, in Word': way('1. The west', { messageId: 'again', excerpt: 'The west' }, true),
  },
});
