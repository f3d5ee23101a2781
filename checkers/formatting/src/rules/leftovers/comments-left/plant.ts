import { addRelationship, definePlant, type Plant } from '@preflag/testing';
import { addToOdt, changeParts, cleanOfficeReports } from '../../../document-plants.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Comments of markdown are html, which nobody sees. */
export const commentsLeftPlant: Plant = definePlant({
  rule: 'formatting/comments-left',
  clean: cleanOfficeReports,
  ways: {
    'a comment on a paragraph': (clean) =>
      changeParts(
        clean,
        (parts) => {
          const body = parts['word/document.xml'];
          const at = body?.lastIndexOf('<w:sectPr') ?? -1;
          if (body === undefined || at < 0 || /relationships\/comments"/.test(parts['word/_rels/document.xml.rels'] ?? '')) return false;
          const paragraph =
            '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>Rents rose.</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>';
          parts['word/document.xml'] = body.slice(0, at) + paragraph + body.slice(at);
          parts['word/planted-comments.xml'] =
            `<w:comments xmlns:w="${WORD}"><w:comment w:id="7" w:author="Ada"><w:p><w:r><w:t>Is this right?</w:t></w:r></w:p></w:comment></w:comments>`;
          addRelationship(parts, 'word/document.xml', 'comments', 'planted-comments.xml');
          return true;
        },
        [{ messageId: 'open', excerpt: 'Rents rose.' }],
      ),
    'a comment in an OpenDocument text': (clean) =>
      addToOdt(
        clean,
        '<text:p>Rents rose.<office:annotation><dc:creator>Ada</dc:creator><text:p>Is this right?</text:p></office:annotation></text:p>',
        [{ messageId: 'open', excerpt: 'Rents rose.' }],
      ),
  },
});
