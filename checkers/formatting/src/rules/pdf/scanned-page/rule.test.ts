import { pdfOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { PDF_PAGE } from '../../../pdf-plants.ts';
import { scannedPagePlant } from './plant.ts';
import { scannedPage } from './rule.ts';

testRule(scannedPage, {
  plant: scannedPagePlant,
  valid: [{ name: 'a picture with its text', example: () => ({ files: { 'a.pdf': pdfOf({ pages: [{ ...PDF_PAGE, isScan: true }] }) } }) }],
  invalid: [
    {
      name: 'one page of three',
      example: () => ({ files: { 'a.pdf': pdfOf({ pages: [PDF_PAGE, { isScan: true }, PDF_PAGE] }) } }),
      findings: [{ messageId: 'page', message: 'Page 2 is a picture without text', certainty: 'likely' }],
    },
  ],
});
