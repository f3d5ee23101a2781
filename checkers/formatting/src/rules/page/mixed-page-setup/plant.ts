import { definePlant, type Plant } from '@preflag/testing';
import { changeDocx, changeOdt, cleanOfficeReports, type Expected } from '../../../document-plants.ts';

/** A section before the last one, with the page and the margins of that one but for what `change` does. */
const section =
  (change: (setup: string) => string, finding: Expected): Plant['ways'][string] =>
  (clean) =>
    changeDocx(
      clean,
      (body) => {
        const [setup] = /<w:pgSz [^>]*>[\s\S]*?<w:pgMar [^>]*>/.exec(body) ?? [];
        if (setup === undefined) return undefined;
        const at = body.lastIndexOf('<w:sectPr');
        const paragraph = `<w:p><w:pPr><w:sectPr>${setup}</w:sectPr></w:pPr></w:p>`;
        return body.slice(0, at) + paragraph + body.slice(at).replace(setup, change(setup));
      },
      [finding],
    );

const LETTER =
  '<style:page-layout style:name="Letter"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="11in" fo:margin="2cm"/></style:page-layout>';

/** Markdown has no pages. */
export const mixedPageSetupPlant: Plant = definePlant({
  rule: 'formatting/mixed-page-setup',
  clean: cleanOfficeReports,
  ways: {
    'another paper': section((setup) => setup.replace(/<w:pgSz [^>]*>/, '<w:pgSz w:w="12240" w:h="15840"/>'), { messageId: 'size' }),
    'other margins': section((setup) => setup.replace(/w:left="\d+"/, 'w:left="2880"'), { messageId: 'margins' }),
    'hardly a margin': (clean) => changeDocx(clean, (body) => body.replace(/w:left="\d+"/, 'w:left="100"'), [{ messageId: 'narrow' }]),
    'another paper, in an OpenDocument text': (clean) =>
      changeOdt(
        clean,
        {
          'styles.xml': (styles) =>
            styles
              .replace('</office:automatic-styles>', `${LETTER}</office:automatic-styles>`)
              .replace(
                '</office:master-styles>',
                '<style:master-page style:name="Annex" style:page-layout-name="Letter"/></office:master-styles>',
              ),
          'content.xml': (content) =>
            content
              .replace(
                '</office:automatic-styles>',
                '<style:style style:name="ToAnnex" style:family="paragraph" style:master-page-name="Annex"/></office:automatic-styles>',
              )
              .replace('</office:text>', '<text:p text:style-name="ToAnnex">Prices fell.</text:p></office:text>'),
        },
        [{ messageId: 'size' }],
      ),
  },
});
