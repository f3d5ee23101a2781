import { definePlant, type Plant } from '@preflag/testing';
import { cleanPdf, PDF_PAGE, replacePdf } from '../../../pdf-plants.ts';

/** Only pdf has tags. */
export const pdfNotTaggedPlant: Plant = definePlant({
  rule: 'formatting/pdf-not-tagged',
  clean: cleanPdf,
  ways: { 'no tags': replacePdf({ pages: [PDF_PAGE], isTagged: false }, [{ messageId: 'untagged' }]) },
});
