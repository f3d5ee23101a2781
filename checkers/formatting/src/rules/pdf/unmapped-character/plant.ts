import { definePlant, type Plant } from '@preflag/testing';
import { cleanPdf, PDF_PAGE, replacePdf } from '../../../pdf-plants.ts';

/** Only pdf has characters without a letter. */
export const unmappedCharacterPlant: Plant = definePlant({
  rule: 'formatting/unmapped-character',
  clean: cleanPdf,
  ways: {
    'a damaged font': replacePdf({ pages: [PDF_PAGE], isUnmapped: true }, [{ messageId: 'unmapped', at: { kind: 'page', page: 0 } }]),
  },
});
