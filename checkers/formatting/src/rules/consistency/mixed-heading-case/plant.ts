import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToMarkdown, paragraphXml, reportsOf } from '../../../document-plants.ts';

export const mixedHeadingCasePlant: Plant = definePlant({
  rule: 'formatting/mixed-heading-case',
  clean: () =>
    reportsOf([
      '# Rents in the South',
      ...[
        'How the rents have moved',
        'Where they are higher',
        'What the owners expect',
        'When the office counts',
        'Which towns are next',
      ].flatMap((title) => [`## ${title}`, 'The office says that it is so, and that nothing else was seen in the year.']),
    ]),
  ways: {
    'capitals, in markdown': (clean) =>
      addToMarkdown(clean, '## Prices Across Southern Regions\n\nThey rose.', [{ messageId: 'mixed', excerpt: 'Prices Across' }]),
    'capitals, in Word': (clean) =>
      addToDocx(clean, paragraphXml('Prices Across Southern Regions', '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>'), [
        { messageId: 'mixed', excerpt: 'Prices Across' },
      ]),
  },
});
