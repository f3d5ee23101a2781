import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, cleanReports, paragraphXml } from '../../../document-plants.ts';

/** Word only: in markdown empty lines are no paragraphs. */
export const emptyParagraphsAsSpacingPlant: Plant = definePlant({
  rule: 'formatting/empty-paragraphs-as-spacing',
  clean: cleanReports,
  ways: {
    'a gap before the next page': (clean) =>
      addToDocx(clean, `${'<w:p/>'.repeat(8)}${paragraphXml('Prices fell.')}`, [{ messageId: 'many' }]),
    'small gaps': (clean) => addToDocx(clean, `<w:p/><w:p/>${paragraphXml('Prices fell.')}`.repeat(3), [{ messageId: 'many' }]),
  },
});
