import { defineRule, type JsonObject, type Rule } from '@preflag/core';
import { partOf, placeOf } from '../../../part-of.ts';
import { readAskedFonts } from './asked-fonts.ts';

/** Less than this share of a kind of text is a sign or a word in a font of its own. */
export const LEAST_SHARE = 0.02;

/**
 * Looks at the fonts and sizes of body, headings, tables and code that the job names.
 * Does not catch: fonts of pictures. Known false alarms: East Asian and symbol fonts for signs that the asked font has not.
 */
export const fontNotAsAsked: Rule<'document', unknown, JsonObject> = defineRule({
  id: 'formatting/font-not-as-asked',
  title: 'The text is not set in the font that the job asks for',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  demands: ['style'],
  why: 'The document does not look like the client’s others, and must be formatted again.',
  advice: 'Set {{what}} in {{expected}}, in its style and not by hand.',
  messages: {
    font: '{{percent}} % of the {{what}} is set in {{font}}, and the job asks for {{expected}}',
    size: '{{percent}} % of the {{what}} is set in {{size}} points, and the job asks for {{expected}} points',
  },
  asks: ({ style }) => style?.font,
  *check(context) {
    const { model, asked, looked, jobError } = context;
    const { fonts: wanted, unknown } = readAskedFonts(asked);
    for (const key of unknown)
      jobError(`/style/font/${key}`, `The font of '${key}' is not understood: write it like 'body: [Calibri, 11]'.`);
    const fonts = partOf(context, 'fonts', 'which fonts its text is set in');
    if (!fonts) return;
    looked({ fonts: fonts.length });
    for (const { role, name, size } of wanted) {
      const own = fonts.filter((use) => use.role === role);
      const all = own.reduce((sum, { units }) => sum + units, 0);
      for (const use of own) {
        if (use.units < all * LEAST_SHARE) continue;
        const data = { what: role, percent: Math.round((use.units / all) * 100) };
        const place = { at: placeOf(model, use.block), key: `${role} ${use.font} ${use.size}` };
        if (name !== undefined && name.toLowerCase() !== use.font.toLowerCase())
          yield { messageId: 'font', data: { ...data, font: use.font, expected: name }, ...place };
        else if (size !== undefined && size !== use.size)
          yield { messageId: 'size', data: { ...data, size: use.size, expected: size }, ...place };
      }
    }
  },
});
