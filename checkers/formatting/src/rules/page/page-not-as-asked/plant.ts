import { definePlant, type Plant } from '@preflag/testing';
import { changeDocx, cleanReports } from '../../../document-plants.ts';

/** Word only: markdown has no pages. */
export const pageNotAsAskedPlant: Plant = definePlant({
  rule: 'formatting/page-not-as-asked',
  clean: async () => ({
    ...(await cleanReports()),
    job: { deliverables: [{ path: 'report.md' }, { path: 'letter.docx', style: { page: 'A4 portrait' } }] },
  }),
  ways: {
    'American paper': (clean) =>
      changeDocx(clean, (body) => body.replace(/<w:pgSz [^>]*>/, '<w:pgSz w:w="12240" w:h="15840"/>'), [{ messageId: 'size' }]),
    'turned pages': (clean) =>
      changeDocx(clean, (body) => body.replace(/<w:pgSz [^>]*>/, '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'), [
        { messageId: 'orientation' },
      ]),
  },
});
