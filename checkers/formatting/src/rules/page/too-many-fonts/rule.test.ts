import { docxOf, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { addToDocx } from '../../../document-plants.ts';
import { tooManyFontsPlant } from './plant.ts';
import { tooManyFonts } from './rule.ts';

const setIn =
  (...fonts: string[]) =>
  async (): Promise<Example> => {
    const xml = fonts.map(
      (font) => `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>Rents rose.</w:t></w:r></w:p>`,
    );
    const planted = await addToDocx({ files: { 'a.docx': await docxOf([]) } }, xml.join(''), []);
    if (!planted) throw new Error('There was no room for the paragraphs.');
    return planted.example;
  };

testRule(tooManyFonts, {
  plant: tooManyFontsPlant,
  valid: [
    { name: 'cuts of one font, and signs', example: setIn('Arial', 'Arial Bold', 'Arial Narrow', 'Wingdings', 'MS Mincho', 'Georgia') },
  ],
  invalid: [
    {
      name: 'fewer than usual',
      options: { fonts: 1 },
      example: setIn('Arial', 'Georgia'),
      findings: [{ messageId: 'many', message: 'The text is set in 2 fonts: Arial, Georgia' }],
    },
  ],
});
