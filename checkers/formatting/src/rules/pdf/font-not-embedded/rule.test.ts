import { pdfOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { PDF_PAGE } from '../../../pdf-plants.ts';
import { fontNotEmbeddedPlant } from './plant.ts';
import { fontNotEmbedded } from './rule.ts';

testRule(fontNotEmbedded, {
  plant: fontNotEmbeddedPlant,
  valid: [{ name: 'a font that all have', example: () => ({ files: { 'a.pdf': pdfOf({ pages: [PDF_PAGE], font: 'Times-Roman' }) } }) }],
  invalid: [
    {
      name: 'another one',
      example: () => ({ files: { 'a.pdf': pdfOf({ pages: [PDF_PAGE], font: 'Calibri' }) } }),
      findings: [{ messageId: 'font', message: "The font 'Calibri' is not embedded" }],
    },
  ],
});
