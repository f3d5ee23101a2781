import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, paragraphXml, reportsOf } from '../../../document-plants.ts';

const LONG =
  'The rents of the town rose by a tenth in May, because the office counts new leases only and leaves the old ones out, and it counts again in the summer.';

const twice =
  (properties: string): Plant['ways'][string] =>
  (clean) =>
    addToDocx(clean, paragraphXml(LONG, `<w:pPr>${properties}</w:pPr>`).repeat(2), [
      { messageId: 'mixed', excerpt: 'The rents of the town' },
    ]);

/** Word only: markdown says nothing of how paragraphs look. */
export const mixedParagraphLookPlant: Plant = definePlant({
  rule: 'formatting/mixed-paragraph-look',
  clean: () => reportsOf(['# Rents', `${LONG} That is one.`, `${LONG} That is two.`, `${LONG} That is three.`]),
  ways: {
    'on both sides': twice('<w:jc w:val="both"/>'),
    'with wider lines': twice('<w:spacing w:line="360" w:lineRule="auto"/>'),
  },
});
