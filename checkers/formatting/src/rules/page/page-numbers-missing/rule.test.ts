import { pdfOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { PDF_PAGE } from '../../../pdf-plants.ts';
import { pageNumbersMissingPlant } from './plant.ts';
import { pageNumbersMissing } from './rule.ts';

const pages =
  (count: number, withNumber: boolean): (() => { files: { 'a.pdf': Uint8Array } }) =>
  () => ({
    files: {
      'a.pdf': pdfOf({
        isTagged: false,
        pages: Array.from({ length: count }, (_, at) => ({
          lines: [...(PDF_PAGE.lines ?? []), ...(withNumber ? [[`Page ${at + 1} of ${count}`, 280, 20] as const] : [])],
        })),
      }),
    },
  });

testRule(pageNumbersMissing, {
  plant: pageNumbersMissingPlant,
  valid: [
    { name: 'a short document', example: pages(4, false) },
    { name: 'numbers at the foot', example: pages(6, true) },
  ],
  invalid: [
    {
      name: 'a long document',
      example: pages(7, false),
      findings: [{ messageId: 'none', message: 'None of the 7 pages has a number', certainty: 'hint' }],
    },
  ],
});
