import { definePlant, type Example, type Plant } from '@preflag/testing';
import { addToDocx, addToOdt, cleanOfficeReports, odtStyle } from '../../../document-plants.ts';

const SENTENCE = 'The team has asked for a second look at the prices, which is on its way to the client.';
const run = (properties: string): string => `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t>${SENTENCE}</w:t></w:r></w:p>`;

/** Markdown has no fonts. */
export const fontNotAsAskedPlant: Plant = definePlant({
  rule: 'formatting/font-not-as-asked',
  clean: async () => ({
    ...(await cleanOfficeReports()),
    job: {
      deliverables: [
        { path: 'report.md' },
        { path: 'letter.docx', style: { font: { body: ['Times New Roman', 10] } } },
        { path: 'letter.odt', style: { font: { body: ['Liberation Serif', 12] } } },
      ],
    },
  }),
  ways: {
    'another font': (clean) =>
      addToDocx(clean, run('<w:rFonts w:ascii="Comic Sans MS" w:hAnsi="Comic Sans MS"/><w:sz w:val="20"/>'), [
        { messageId: 'font', excerpt: 'second look' },
      ]),
    'another size': (clean) => addToDocx(clean, run('<w:sz w:val="28"/>'), [{ messageId: 'size', excerpt: 'second look' }]),
    'another font, in an OpenDocument text': (clean) => inOdt(clean, 'fo:font-family="Comic Sans MS"', 'font'),
    'another size, in an OpenDocument text': (clean) => inOdt(clean, 'fo:font-size="14pt"', 'size'),
  },
});

function inOdt(clean: Example, properties: string, messageId: string): ReturnType<Plant['ways'][string]> {
  const text = `<text:p><text:span text:style-name="Other">${SENTENCE}</text:span></text:p>`;
  return addToOdt(clean, text, [{ messageId, excerpt: 'second look' }], odtStyle('text', 'Other', properties));
}
