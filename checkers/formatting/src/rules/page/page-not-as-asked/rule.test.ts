import { docxOf, pdfOf, runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { PDF_PAGE } from '../../../pdf-plants.ts';
import { pageNotAsAskedPlant } from './plant.ts';
import { pageNotAsAsked } from './rule.ts';

const asking = (page: string, path: string): { deliverables: object[] } => ({ deliverables: [{ path, style: { page } }] });

testRule(pageNotAsAsked, {
  plant: pageNotAsAskedPlant,
  valid: [
    { name: 'without a job', example: async () => ({ files: { 'a.docx': await docxOf(['# Rents']) } }) },
    { name: 'a pdf', example: () => ({ files: { 'a.pdf': pdfOf({ pages: [PDF_PAGE] }) }, job: asking('a4', 'a.pdf') }) },
  ],
  invalid: [
    {
      name: 'a pdf for another paper',
      example: () => ({ files: { 'a.pdf': pdfOf({ pages: [PDF_PAGE] }) }, job: asking('US Letter', 'a.pdf') }),
      findings: [{ messageId: 'size', message: 'Pages of section 1 are A4, and the job asks for US Letter', certainty: 'certain' }],
    },
  ],
});

it('says that a size is not known', async () => {
  const { jobErrors } = await runExample([pageNotAsAsked], {
    files: { 'a.docx': await docxOf(['# Rents']) },
    job: asking('big', 'a.docx'),
  });
  expect(jobErrors).toMatchObject([{ pointer: '/style/page' }]);
});
