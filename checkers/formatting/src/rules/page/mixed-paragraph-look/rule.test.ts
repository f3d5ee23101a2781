import { testRule } from '@preflag/testing/rule-tester';
import { addToDocx, paragraphXml } from '../../../document-plants.ts';
import { mixedParagraphLookPlant } from './plant.ts';
import { mixedParagraphLook } from './rule.ts';

const LONG =
  'Prices in the north fell again in June, though the office had said in May that they would rise, and nobody in the town was surprised by what it said.';

testRule(mixedParagraphLook, {
  plant: mixedParagraphLookPlant,
  valid: [
    {
      name: 'one quotation, and short lines',
      example: async () => {
        const centred = '<w:pPr><w:jc w:val="center"/></w:pPr>';
        const planted = await addToDocx(
          await mixedParagraphLookPlant.clean(),
          paragraphXml(LONG, centred) + paragraphXml('Rents', centred).repeat(4),
          [],
        );
        if (!planted) throw new Error('There was no room for a paragraph.');
        return planted.example;
      },
    },
  ],
  invalid: [
    {
      name: 'what it says',
      example: async () => {
        const planted = await mixedParagraphLookPlant.ways['with wider lines']?.(await mixedParagraphLookPlant.clean());
        if (!planted) throw new Error('There was no room for a paragraph.');
        return planted.example;
      },
      findings: [{ messageId: 'mixed', message: '2 paragraphs are set with a line spacing of 1.5, and 3 of 1.0' }],
    },
  ],
});
