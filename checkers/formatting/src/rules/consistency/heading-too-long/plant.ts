import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToMarkdown, cleanReports, paragraphXml } from '../../../document-plants.ts';

const LONG =
  'The rents of the south rose by more than a tenth in the first three months of the year because the office counts new leases only and no old ones';

export const headingTooLongPlant: Plant = definePlant({
  rule: 'formatting/heading-too-long',
  clean: cleanReports,
  ways: {
    'a paragraph as a heading, in markdown': (clean) =>
      addToMarkdown(clean, `## ${LONG}\n\nThey rose.`, [{ messageId: 'long', excerpt: 'because the office' }]),
    'a paragraph as a heading, in Word': (clean) =>
      addToDocx(clean, paragraphXml(LONG, '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>'), [
        { messageId: 'long', excerpt: 'because the office' },
      ]),
  },
});
