import { definePlant, type Plant } from '@preflag/testing';
import { changeDocx, changeOdt, cleanOfficeReports } from '../../../document-plants.ts';

/** Markdown has no pages. */
export const pageNotAsAskedPlant: Plant = definePlant({
  rule: 'formatting/page-not-as-asked',
  clean: async () => ({
    ...(await cleanOfficeReports()),
    job: {
      deliverables: [{ path: 'report.md' }, ...['letter.docx', 'letter.odt'].map((path) => ({ path, style: { page: 'A4 portrait' } }))],
    },
  }),
  ways: {
    'American paper': (clean) =>
      changeDocx(clean, (body) => body.replace(/<w:pgSz [^>]*>/, '<w:pgSz w:w="12240" w:h="15840"/>'), [{ messageId: 'size' }]),
    'turned pages': (clean) =>
      changeDocx(clean, (body) => body.replace(/<w:pgSz [^>]*>/, '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'), [
        { messageId: 'orientation' },
      ]),
    'American paper, in an OpenDocument text': (clean) =>
      changeOdt(
        clean,
        {
          'styles.xml': (styles) =>
            styles.replace(/fo:page-width="[^"]*" fo:page-height="[^"]*"/, 'fo:page-width="8.5in" fo:page-height="11in"'),
        },
        [{ messageId: 'size' }],
      ),
  },
});
