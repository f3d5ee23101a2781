import { definePlant, type Plant } from '@preflag/testing';
import { cleanPdf, PDF_PAGE, replacePdf } from '../../../pdf-plants.ts';

/** Only pdf says where text stands. */
export const textOutsidePagePlant: Plant = definePlant({
  rule: 'formatting/text-outside-page',
  clean: cleanPdf,
  ways: {
    'a line that is too long': replacePdf(
      { pages: [PDF_PAGE, { lines: [['A table that is much too wide for the page it stands on', 400, 500]] }] },
      [{ messageId: 'outside', at: { kind: 'page', page: 1 } }],
    ),
  },
});
