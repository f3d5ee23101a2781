import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, cleanReports } from '../../../document-plants.ts';

/** Only Word: other formats have no such fields. */
export const promptLeftPlant: Plant = definePlant({
  rule: 'formatting/prompt-left',
  clean: cleanReports,
  ways: {
    'an empty field': (clean) =>
      addToDocx(
        clean,
        '<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Name of the town</w:t></w:r></w:sdtContent></w:sdt></w:p>',
        [{ messageId: 'prompt', excerpt: 'Name of the town' }],
      ),
  },
});
