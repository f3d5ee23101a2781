import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToMarkdown, cleanReports, paragraphXml } from '../../../document-plants.ts';

export const headingEndsInPunctuationPlant: Plant = definePlant({
  rule: 'formatting/heading-ends-in-punctuation',
  clean: cleanReports,
  ways: {
    'a colon, in markdown': (clean) => addToMarkdown(clean, '## Prices:\n\nThey rose.', [{ messageId: 'mark', excerpt: ':' }]),
    'a full stop, in Word': (clean) =>
      addToDocx(clean, paragraphXml('Prices in the south.', '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>'), [
        { messageId: 'mark', excerpt: '.' },
      ]),
  },
});
