import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, cleanReports } from '../../../document-plants.ts';

const FONTS = ['Arial', 'Georgia', 'Verdana', 'Comic Sans MS'];

/** Word only: markdown has no fonts. */
export const tooManyFontsPlant: Plant = definePlant({
  rule: 'formatting/too-many-fonts',
  clean: cleanReports,
  ways: {
    'a font for each paragraph': (clean) =>
      addToDocx(
        clean,
        FONTS.map(
          (font) =>
            `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>Rents rose in the south, and prices fell.</w:t></w:r></w:p>`,
        ).join(''),
        [{ messageId: 'many' }],
      ),
  },
});
