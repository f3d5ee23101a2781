import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, cleanReports } from '../../../document-plants.ts';

/** Only Word: markdown hides nothing. */
export const hiddenTextLeftPlant: Plant = definePlant({
  rule: 'formatting/hidden-text-left',
  clean: cleanReports,
  ways: {
    'behind a sentence': (clean) =>
      addToDocx(clean, '<w:p><w:r><w:t>Rents rose.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ask Ada first.</w:t></w:r></w:p>', [
        { messageId: 'hidden', excerpt: 'Rents rose.' },
      ]),
  },
});
