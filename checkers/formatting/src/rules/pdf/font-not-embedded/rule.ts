import { defineRule, type Rule } from '@preflag/core';
import { partOf } from '../../../part-of.ts';

/** Fonts that every reader has, or has a likeness of (ISO 32000-1, 9.6.2.2), with the names that Windows gives to their like. */
const STANDARD = /^(?:Helvetica|Courier|Times|Symbol|ZapfDingbats|Arial|TimesNewRoman|CourierNew)(?:$|[-,]|PS|MT)/;

/**
 * Looks at fonts that the file only names.
 * Does not catch: embedded fonts without the characters that are used (see unmapped-character).
 * Known false alarms: none; fonts that every reader has are left alone.
 */
export const fontNotEmbedded: Rule<'document'> = defineRule({
  id: 'formatting/font-not-embedded',
  title: 'A font is not in the file',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  why: 'On a computer without the font, another one takes its place: lines break elsewhere, and signs may be missing.',
  advice: "Embed '{{font}}' when you export the pdf.",
  messages: { font: "The font '{{font}}' is not embedded" },
  *check(context) {
    const { looked } = context;
    const pdf = partOf(context, 'pdf', 'which fonts it holds');
    if (!pdf) return;
    looked({ fonts: pdf.fonts.length, pages: pdf.pages.length });
    for (const { name, isEmbedded } of pdf.fonts)
      if (!isEmbedded && !STANDARD.test(name))
        yield { messageId: 'font', data: { font: name }, at: { kind: 'file' }, key: name, group: 'fonts' };
  },
});
