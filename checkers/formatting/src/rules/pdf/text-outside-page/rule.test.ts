import { pdfOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { textOutsidePagePlant } from './plant.ts';
import { textOutsidePage } from './rule.ts';

testRule(textOutsidePage, {
  plant: textOutsidePagePlant,
  valid: [
    {
      name: 'a mark at the edge',
      example: () => ({
        files: {
          'a.pdf': pdfOf({
            pages: [
              {
                lines: [
                  ['Rents rose.', 72, 700],
                  ['cut', 590, 700],
                ],
              },
            ],
          }),
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'a line that begins on the page',
      example: () => ({
        files: {
          'a.pdf': pdfOf({
            pages: [
              {
                lines: [
                  ['Rents rose.', 72, 700],
                  ['Prices fell again, as they did before.', 480, 600],
                ],
              },
            ],
          }),
        },
      }),
      findings: [{ messageId: 'outside', at: { kind: 'page', page: 0 } }],
    },
  ],
});
