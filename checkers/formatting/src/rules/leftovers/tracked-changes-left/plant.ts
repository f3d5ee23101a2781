import { definePlant, type Example, type Plant } from '@preflag/testing';
import { addToDocx, changeOdt, cleanOfficeReports } from '../../../document-plants.ts';

const BY = 'w:id="901" w:author="Ada" w:date="2026-01-01T00:00:00Z"';

/** Markdown has no such marks. */
export const trackedChangesLeftPlant: Plant = definePlant({
  rule: 'formatting/tracked-changes-left',
  clean: cleanOfficeReports,
  ways: {
    'an insertion': (clean) =>
      addToDocx(clean, `<w:p><w:r><w:t>Rents </w:t></w:r><w:ins ${BY}><w:r><w:t>rose</w:t></w:r></w:ins></w:p>`, [
        { messageId: 'text', excerpt: 'Rents rose' },
      ]),
    'a deletion': (clean) =>
      addToDocx(clean, `<w:p><w:r><w:t>Rents rose</w:t></w:r><w:del ${BY}><w:r><w:delText> a lot</w:delText></w:r></w:del></w:p>`, [
        { messageId: 'text', excerpt: 'Rents rose' },
      ]),
    'an insertion into an OpenDocument text': (clean) =>
      inOdt(clean, 'insertion', '<text:change-start text:change-id="c1"/> rose<text:change-end text:change-id="c1"/>', 'Rents rose'),
    'a deletion from an OpenDocument text': (clean) => inOdt(clean, 'deletion', ' rose<text:change text:change-id="c1"/>', 'Rents rose'),
  },
});

function inOdt(clean: Example, kind: 'insertion' | 'deletion', rest: string, excerpt: string): ReturnType<Plant['ways'][string]> {
  const gone = kind === 'deletion' ? '<text:p> a lot</text:p>' : '';
  const region = `<text:tracked-changes><text:changed-region text:id="c1"><text:${kind}><office:change-info><dc:creator>Ada</dc:creator></office:change-info>${gone}</text:${kind}></text:changed-region></text:tracked-changes>`;
  const content = (xml: string): string =>
    xml.replace('<office:text>', `<office:text>${region}`).replace('</office:text>', `<text:p>Rents${rest}</text:p></office:text>`);
  return changeOdt(clean, { 'content.xml': content }, [{ messageId: 'text', excerpt }]);
}
