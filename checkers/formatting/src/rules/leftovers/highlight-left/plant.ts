import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToOdt, cleanOfficeReports, odtStyle } from '../../../document-plants.ts';

/** Markdown has no markers. */
export const highlightLeftPlant: Plant = definePlant({
  rule: 'formatting/highlight-left',
  clean: cleanOfficeReports,
  ways: {
    'a word in yellow': (clean) =>
      addToDocx(
        clean,
        '<w:p><w:r><w:t xml:space="preserve">Rents rose by </w:t></w:r><w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>ten</w:t></w:r></w:p>',
        [{ messageId: 'marked', excerpt: 'ten' }],
      ),
    'a word in yellow, in an OpenDocument text': (clean) =>
      addToOdt(
        clean,
        '<text:p>Rents rose by <text:span text:style-name="Marker">ten</text:span></text:p>',
        [{ messageId: 'marked', excerpt: 'ten' }],
        odtStyle('text', 'Marker', 'fo:background-color="#ffff00"'),
      ),
  },
});
