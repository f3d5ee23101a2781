import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToOdt, cleanOfficeReports, odtStyle } from '../../../document-plants.ts';

/** Markdown hides nothing. */
export const hiddenTextLeftPlant: Plant = definePlant({
  rule: 'formatting/hidden-text-left',
  clean: cleanOfficeReports,
  ways: {
    'behind a sentence': (clean) =>
      addToDocx(clean, '<w:p><w:r><w:t>Rents rose.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ask Ada first.</w:t></w:r></w:p>', [
        { messageId: 'hidden', excerpt: 'Rents rose.' },
      ]),
    'behind a sentence, in an OpenDocument text': (clean) =>
      addToOdt(
        clean,
        '<text:p>Rents rose.<text:span text:style-name="Unseen">Ask Ada first.</text:span></text:p>',
        [{ messageId: 'hidden', excerpt: 'Rents rose.' }],
        odtStyle('text', 'Unseen', 'text:display="none"'),
      ),
  },
});
