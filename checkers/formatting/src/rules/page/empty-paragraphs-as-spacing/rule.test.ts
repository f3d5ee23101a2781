import { testRule } from '@preflag/testing/rule-tester';
import { addToDocx, cleanReports, paragraphXml } from '../../../document-plants.ts';
import { emptyParagraphsAsSpacingPlant } from './plant.ts';
import { emptyParagraphsAsSpacing } from './rule.ts';

const spaced = (xml: string) => async (): Promise<{ files: Record<string, string | Uint8Array> }> => {
  const planted = await addToDocx(await cleanReports(), xml, []);
  if (!planted) throw new Error('There was no room for empty paragraphs.');
  return planted.example;
};

testRule(emptyParagraphsAsSpacing, {
  plant: emptyParagraphsAsSpacingPlant,
  valid: [
    {
      name: 'single ones, and one gap',
      example: spaced(`<w:p/>${paragraphXml('a')}<w:p/>${paragraphXml('b')}<w:p/><w:p/>${paragraphXml('c')}`),
    },
  ],
  invalid: [
    {
      name: 'one long gap',
      example: spaced(`${'<w:p/>'.repeat(5)}${paragraphXml('a')}`),
      findings: [{ messageId: 'many', message: 'Empty paragraphs make room: 5 of them, in one place' }],
    },
  ],
});
