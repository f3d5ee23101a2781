import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, cleanReports } from '../../../document-plants.ts';

/** Only Word: other formats have no markers. */
export const highlightLeftPlant: Plant = definePlant({
  rule: 'formatting/highlight-left',
  clean: cleanReports,
  ways: {
    'a word in yellow': (clean) =>
      addToDocx(
        clean,
        '<w:p><w:r><w:t xml:space="preserve">Rents rose by </w:t></w:r><w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>ten</w:t></w:r></w:p>',
        [{ messageId: 'marked', excerpt: 'ten' }],
      ),
  },
});
