import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToOdt, cleanOfficeReports, paragraphXml } from '../../../document-plants.ts';

/** In markdown empty lines are no paragraphs. */
export const emptyParagraphsAsSpacingPlant: Plant = definePlant({
  rule: 'formatting/empty-paragraphs-as-spacing',
  clean: cleanOfficeReports,
  ways: {
    'a gap before the next page': (clean) =>
      addToDocx(clean, `${'<w:p/>'.repeat(8)}${paragraphXml('Prices fell.')}`, [{ messageId: 'many' }]),
    'small gaps': (clean) => addToDocx(clean, `<w:p/><w:p/>${paragraphXml('Prices fell.')}`.repeat(3), [{ messageId: 'many' }]),
    'a gap in an OpenDocument text': (clean) =>
      addToOdt(clean, `${'<text:p/>'.repeat(8)}<text:p>Prices fell.</text:p>`, [{ messageId: 'many' }]),
  },
});
