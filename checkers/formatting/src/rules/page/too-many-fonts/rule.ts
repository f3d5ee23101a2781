import { defineRule, type Rule } from '@preflag/core';
import { partOf, placeOf } from '../../../part-of.ts';

interface Options {
  readonly fonts: number;
}

/** Less than this share of the text is a sign or a word. */
const SHARE = 0.02;
/** Fonts of signs and of scripts that other fonts have not. */
const OTHER_SIGNS =
  /symbol|wingdings|webdings|emoji|dingbats|cambria math|gothic|mincho|simsun|simhei|mingliu|batang|gulim|malgun|yahei|jhenghei|song|\bkai|meiryo|noto (?:sans|serif) \w{2}|mangal|arial unicode/i;

/**
 * Looks at the fonts of headings, body and tables; code has one of its own, and signs of other scripts are left alone.
 * Does not catch: many sizes of one font. Known false alarms: title pages with fonts of the client's brand.
 */
export const tooManyFonts: Rule<'document', Options> = defineRule({
  id: 'formatting/too-many-fonts',
  title: 'The text is set in many fonts',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  why: 'It shows which parts were pasted from elsewhere.',
  advice: 'Set headings in one font and the text in one, by their styles.',
  options: {
    type: 'object',
    properties: { fonts: { type: 'integer', minimum: 1, default: 3 } },
    additionalProperties: false,
  },
  messages: { many: 'The text is set in {{count}} fonts: {{fonts}}' },
  *check(context) {
    const { model, options, looked } = context;
    const fonts = partOf(context, 'fonts', 'which fonts its text is set in');
    if (!fonts) return;
    looked({ fonts: fonts.length });
    const text = fonts.filter(({ role, font }) => role !== 'code' && !OTHER_SIGNS.test(font));
    const all = text.reduce((sum, { units }) => sum + units, 0);
    const families = new Map<string, { units: number; block: number }>();
    for (const { font, units, block } of text) {
      const family = font.replace(/ (?:Light|Semi ?bold|Bold|Black|Medium|Italic|Narrow|Condensed|MT|Headings?|Body|Display)\b.*$/i, '');
      families.set(family, { units: (families.get(family)?.units ?? 0) + units, block });
    }
    const used = [...families].filter(([, { units }]) => units >= all * SHARE).toSorted(([, a], [, b]) => b.units - a.units);
    const [, rarest] = used.at(-1) ?? [];
    if (rarest && used.length > options.fonts)
      yield {
        messageId: 'many',
        data: { count: used.length, fonts: used.map(([name]) => name).join(', ') },
        at: placeOf(model, rarest.block),
        key: 'fonts',
      };
  },
});
