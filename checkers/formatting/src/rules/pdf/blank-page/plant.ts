import { definePlant, type Plant } from '@preflag/testing';
import { cleanPdf, PDF_PAGE, replacePdf } from '../../../pdf-plants.ts';

/** Only pdf says what stands on which page. */
export const blankPagePlant: Plant = definePlant({
  rule: 'formatting/blank-page',
  clean: cleanPdf,
  ways: { 'the last page': replacePdf({ pages: [PDF_PAGE, {}] }, [{ messageId: 'blank', at: { kind: 'page', page: 1 } }]) },
});
