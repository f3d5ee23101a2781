import { pdfOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { PDF_PAGE } from '../../../pdf-plants.ts';
import { blankPagePlant } from './plant.ts';
import { blankPage } from './rule.ts';

testRule(blankPage, {
  plant: blankPagePlant,
  valid: [{ name: 'a picture', example: () => ({ files: { 'a.pdf': pdfOf({ pages: [PDF_PAGE, { isScan: true }] }) } }) }],
  invalid: [
    {
      name: 'the first page',
      example: () => ({ files: { 'a.pdf': pdfOf({ pages: [{}, PDF_PAGE] }) } }),
      findings: [{ messageId: 'blank', message: 'Page 1 is blank' }],
    },
  ],
});
