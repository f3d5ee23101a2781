import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToMarkdown, cleanReports, paragraphXml } from '../../../document-plants.ts';

export const typedListPlant: Plant = definePlant({
  rule: 'formatting/typed-list',
  clean: cleanReports,
  ways: {
    'bullets, in markdown': (clean) => addToMarkdown(clean, '• the south\n\n• the north', [{ messageId: 'typed', excerpt: 'the south' }]),
    'bullets, in Word': (clean) =>
      addToDocx(clean, ['• the south', '• the north'].map((text) => paragraphXml(text)).join(''), [
        { messageId: 'typed', excerpt: 'the south' },
      ]),
    'dashes, in Word': (clean) =>
      addToDocx(clean, ['- the south', '- the north', '- the east'].map((text) => paragraphXml(text)).join(''), [
        { messageId: 'typed', excerpt: 'the south' },
      ]),
    'numbers, in Word': (clean) =>
      addToDocx(clean, ['1. the south', '2. the north'].map((text) => paragraphXml(text)).join(''), [
        { messageId: 'typed', excerpt: 'the south' },
      ]),
  },
});
