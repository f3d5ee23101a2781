import { definePlant, docxOf, withFile, type Plant } from '@preflag/testing';

const PAGE = '<!doctype html>\n<html><head><title>Sales</title></head><body><table><tr><td>1</td></tr></table></body></html>\n';

export const wrongTypePlant: Plant = definePlant({
  rule: 'integrity/wrong-type',
  clean: async () => ({
    files: { 'report.docx': await docxOf(['# Report', 'All is well.']) },
    job: { deliverables: [{ path: 'report.docx', type: 'report' }] },
  }),
  ways: {
    'a web page named like a document': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.docx') || name.endsWith('.xlsx'));
      return path === undefined ? undefined : { example: withFile(clean, path, PAGE), findings: [{ messageId: 'name', file: path }] };
    },
  },
});
