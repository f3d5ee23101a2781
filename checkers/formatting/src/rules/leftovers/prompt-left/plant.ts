import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToOdt, cleanOfficeReports } from '../../../document-plants.ts';

/** Markdown has no such fields. */
export const promptLeftPlant: Plant = definePlant({
  rule: 'formatting/prompt-left',
  clean: cleanOfficeReports,
  ways: {
    'an empty field': (clean) =>
      addToDocx(
        clean,
        '<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Name of the town</w:t></w:r></w:sdtContent></w:sdt></w:p>',
        [{ messageId: 'prompt', excerpt: 'Name of the town' }],
      ),
    'a placeholder of an OpenDocument text': (clean) =>
      addToOdt(clean, '<text:p><text:placeholder text:placeholder-type="text">Name of the town</text:placeholder></text:p>', [
        { messageId: 'prompt', excerpt: 'Name of the town' },
      ]),
  },
});
