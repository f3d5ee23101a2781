import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, cleanReports } from '../../../document-plants.ts';

const SENTENCE = 'The team has asked for a second look at the prices, which is on its way to the client.';
const run = (properties: string): string => `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t>${SENTENCE}</w:t></w:r></w:p>`;

/** Word only: markdown has no fonts. */
export const fontNotAsAskedPlant: Plant = definePlant({
  rule: 'formatting/font-not-as-asked',
  clean: async () => ({
    ...(await cleanReports()),
    job: { deliverables: [{ path: 'report.md' }, { path: 'letter.docx', style: { font: { body: ['Times New Roman', 10] } } }] },
  }),
  ways: {
    'another font': (clean) =>
      addToDocx(clean, run('<w:rFonts w:ascii="Comic Sans MS" w:hAnsi="Comic Sans MS"/><w:sz w:val="20"/>'), [
        { messageId: 'font', excerpt: 'second look' },
      ]),
    'another size': (clean) => addToDocx(clean, run('<w:sz w:val="28"/>'), [{ messageId: 'size', excerpt: 'second look' }]),
  },
});
