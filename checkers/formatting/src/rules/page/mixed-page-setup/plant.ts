import { definePlant, type Plant } from '@preflag/testing';
import { changeDocx, cleanReports, type Expected } from '../../../document-plants.ts';

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

/** Word only: markdown has no pages. */
export const mixedPageSetupPlant: Plant = definePlant({
  rule: 'formatting/mixed-page-setup',
  clean: cleanReports,
  ways: {
    'another paper': section((setup) => setup.replace(/<w:pgSz [^>]*>/, '<w:pgSz w:w="12240" w:h="15840"/>'), { messageId: 'size' }),
    'other margins': section((setup) => setup.replace(/w:left="\d+"/, 'w:left="2880"'), { messageId: 'margins' }),
    'hardly a margin': (clean) => changeDocx(clean, (body) => body.replace(/w:left="\d+"/, 'w:left="100"'), [{ messageId: 'narrow' }]),
  },
});
