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
    {
      name: 'a document of pictures, of which no text was asked',
      example: () => ({
        files: { 'a.pdf': pdfOf({ pages: [{ isScan: true }] }) },
        job: { deliverables: [{ path: 'a.pdf', type: 'document' }] },
      }),
      findings: [{ messageId: 'all', certainty: 'likely' }],
    },
    {
      name: 'a report of pictures',
      example: () => ({
        files: { 'a.pdf': pdfOf({ pages: [{ isScan: true }] }) },
        job: { deliverables: [{ path: 'a.pdf', type: 'report' }] },
      }),
      findings: [{ messageId: 'asked', certainty: 'certain' }],
    },
    {
      name: 'pictures where words are to be counted',
      example: () => ({
        files: { 'a.pdf': pdfOf({ pages: [{ isScan: true }] }) },
        job: { deliverables: [{ path: 'a.pdf', length: { words: { min: 1 } } }] },
      }),
      findings: [{ messageId: 'asked' }],
    },
  ],
});
