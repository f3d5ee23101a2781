import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToOdt, odtStyle, paragraphXml, reportsOf, withOdt } from '../../../document-plants.ts';

const LONG =
  'The rents of the town rose by a tenth in May, because the office counts new leases only and leaves the old ones out, and it counts again in the summer.';

const twice =
  (properties: string): Plant['ways'][string] =>
  (clean) =>
    addToDocx(clean, paragraphXml(LONG, `<w:pPr>${properties}</w:pPr>`).repeat(2), [
      { messageId: 'mixed', excerpt: 'The rents of the town' },
    ]);

const BLOCKS = ['# Rents', `${LONG} That is one.`, `${LONG} That is two.`, `${LONG} That is three.`];

/** Markdown says nothing of how paragraphs look. */
export const mixedParagraphLookPlant: Plant = definePlant({
  rule: 'formatting/mixed-paragraph-look',
  clean: () => withOdt(reportsOf(BLOCKS), BLOCKS),
  ways: {
    'on both sides': twice('<w:jc w:val="both"/>'),
    'with wider lines': twice('<w:spacing w:line="360" w:lineRule="auto"/>'),
    'on both sides, in an OpenDocument text': (clean) =>
      addToOdt(
        clean,
        `<text:p text:style-name="Both">${LONG}</text:p>`.repeat(2),
        [{ messageId: 'mixed', excerpt: 'The rents of the town' }],
        odtStyle('paragraph', 'Both', 'fo:text-align="justify"'),
      ),
  },
});
