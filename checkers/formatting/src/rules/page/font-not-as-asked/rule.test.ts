import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { cleanReports } from '../../../document-plants.ts';
import { readAskedFonts } from './asked-fonts.ts';
import { fontNotAsAskedPlant } from './plant.ts';
import { fontNotAsAsked } from './rule.ts';

const asking = (font: object): { deliverables: object[] } => ({ deliverables: [{ path: 'letter.docx', style: { font } }] });

testRule(fontNotAsAsked, {
  plant: fontNotAsAskedPlant,
  valid: [{ name: 'only the size is asked', example: async () => ({ ...(await cleanReports()), job: asking({ body: 10 }) }) }],
  invalid: [
    {
      name: 'all of it in another font',
      example: async () => ({ ...(await cleanReports()), job: asking({ body: 'Calibri' }) }),
      findings: [
        { messageId: 'font', message: '100 % of the body is set in Times New Roman, and the job asks for Calibri', certainty: 'certain' },
      ],
    },
  ],
});

it('says what it does not understand', async () => {
  expect(readAskedFonts({ body: ['Calibri', 11], tables: { name: 'Arial' }, notes: 'Arial', code: true })).toEqual({
    fonts: [
      { role: 'body', name: 'Calibri', size: 11 },
      { role: 'table', name: 'Arial' },
    ],
    unknown: ['notes', 'code'],
  });
  const { jobErrors } = await runExample([fontNotAsAsked], { ...(await cleanReports()), job: asking({ notes: 'Arial' }) });
  expect(jobErrors).toMatchObject([{ pointer: '/style/font/notes' }]);
});
