import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToOdt, cleanOfficeReports, odtStyle } from '../../../document-plants.ts';

const FONTS = ['Arial', 'Georgia', 'Verdana', 'Comic Sans MS'];

/** Markdown has no fonts. */
export const tooManyFontsPlant: Plant = definePlant({
  rule: 'formatting/too-many-fonts',
  clean: cleanOfficeReports,
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
    'a font for each paragraph, in an OpenDocument text': (clean) =>
      addToOdt(
        clean,
        FONTS.map(
          (_, at) => `<text:p><text:span text:style-name="F${at}">Rents rose in the south, and prices fell.</text:span></text:p>`,
        ).join(''),
        [{ messageId: 'many' }],
        FONTS.map((font, at) => odtStyle('text', `F${at}`, `fo:font-family="'${font}'"`)).join(''),
      ),
  },
});
