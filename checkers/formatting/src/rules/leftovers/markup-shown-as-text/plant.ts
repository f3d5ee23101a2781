import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToMarkdown, cleanReports, paragraphXml } from '../../../document-plants.ts';

export const markupShownAsTextPlant: Plant = definePlant({
  rule: 'formatting/markup-shown-as-text',
  clean: cleanReports,
  ways: {
    'an entity that was escaped twice, in markdown': (clean) =>
      addToMarkdown(clean, 'Rents &amp;amp; prices rose.', [{ messageId: 'entity', excerpt: 'amp;' }]),
    'an entity, in Word': (clean) =>
      addToDocx(clean, paragraphXml('Rents&nbsp;rose in May.'), [{ messageId: 'entity', excerpt: '&nbsp;' }]),
    'a line break, in Word': (clean) => addToDocx(clean, paragraphXml('North<br>South'), [{ messageId: 'tag', excerpt: '<br>' }]),
    'a tag that closes, in Word': (clean) =>
      addToDocx(clean, paragraphXml('Rents rose</strong> in May.'), [{ messageId: 'tag', excerpt: '</strong>' }]),
  },
});
