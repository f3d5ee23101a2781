import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToMarkdown, paragraphXml, reportsOf } from '../../../document-plants.ts';

const TITLES = ['The south', 'The north', 'The towns'];
const BOLD = (text: string): string => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;

export const fakeHeadingPlant: Plant = definePlant({
  rule: 'formatting/fake-heading',
  clean: () => reportsOf(['Rents rose by a tenth in March.', 'Prices fell again in the north.']),
  ways: {
    'three of them, in markdown': (clean) =>
      addToMarkdown(clean, TITLES.map((title) => `**${title}**\n\nIt is so.`).join('\n\n'), [{ messageId: 'all', excerpt: 'The south' }]),
    'three of them, in Word': (clean) =>
      addToDocx(clean, TITLES.map((title) => BOLD(title) + paragraphXml('It is so.')).join(''), [
        { messageId: 'all', excerpt: 'The south' },
      ]),
  },
});
