import { definePlant, type Plant } from '@preflag/testing';
import { cleanPdf, PDF_PAGE, replacePdf } from '../../../pdf-plants.ts';

/** Only pdf holds fonts. */
export const fontNotEmbeddedPlant: Plant = definePlant({
  rule: 'formatting/font-not-embedded',
  clean: cleanPdf,
  ways: { 'a font that few have': replacePdf({ pages: [PDF_PAGE], font: 'Garamond' }, [{ messageId: 'font' }]) },
});
