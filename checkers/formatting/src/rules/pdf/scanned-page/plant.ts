import { definePlant, type Plant } from '@preflag/testing';
import { cleanPdf, PDF_PAGE, replacePdf } from '../../../pdf-plants.ts';

/** Only pdf has pages that may be pictures. */
export const scannedPagePlant: Plant = definePlant({
  rule: 'formatting/scanned-page',
  clean: cleanPdf,
  ways: {
    'all pages': replacePdf({ pages: [{ isScan: true }, { isScan: true }] }, [{ messageId: 'all' }]),
    'one page': replacePdf({ pages: [PDF_PAGE, { isScan: true }] }, [{ messageId: 'page', at: { kind: 'page', page: 1 } }]),
  },
});
