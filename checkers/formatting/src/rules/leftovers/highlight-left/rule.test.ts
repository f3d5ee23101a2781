import { docxOf, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { addToDocx } from '../../../document-plants.ts';
import { highlightLeftPlant } from './plant.ts';
import { highlightLeft } from './rule.ts';

const MARKED = (text: string): string => `<w:p><w:r><w:rPr><w:highlight w:val="green"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;

async function withMarked(before: string, text: string): Promise<Example> {
  const planted = await addToDocx({ files: { 'a.docx': await docxOf([before]) } }, MARKED(text), []);
  if (!planted) throw new Error('There was no room for a mark.');
  return planted.example;
}

testRule(highlightLeft, {
  plant: highlightLeftPlant,
  valid: [{ name: 'a text that marks much', example: () => withMarked('Rents rose.', 'Prices fell, and wages stood.') }],
  invalid: [
    {
      name: 'a short paragraph',
      example: () =>
        withMarked('Rents rose in the south, and prices fell in the north, as they did before in the east and west.', 'Check!'),
      findings: [{ messageId: 'marked', message: "'Check!' is highlighted" }],
    },
  ],
});
