import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, cleanReports } from '../../../document-plants.ts';

const BY = 'w:id="901" w:author="Ada" w:date="2026-01-01T00:00:00Z"';

/** Only Word: other formats have no such marks. */
export const trackedChangesLeftPlant: Plant = definePlant({
  rule: 'formatting/tracked-changes-left',
  clean: cleanReports,
  ways: {
    'an insertion': (clean) =>
      addToDocx(clean, `<w:p><w:r><w:t>Rents </w:t></w:r><w:ins ${BY}><w:r><w:t>rose</w:t></w:r></w:ins></w:p>`, [
        { messageId: 'text', excerpt: 'Rents rose' },
      ]),
    'a deletion': (clean) =>
      addToDocx(clean, `<w:p><w:r><w:t>Rents rose</w:t></w:r><w:del ${BY}><w:r><w:delText> a lot</w:delText></w:r></w:del></w:p>`, [
        { messageId: 'text', excerpt: 'Rents rose' },
      ]),
  },
});
