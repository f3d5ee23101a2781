import { defineRule, type Rule } from '@preflag/core';
import { ownProse } from '../../../facts/own-prose.ts';
import { documentLanguage, textLanguage } from '@preflag/readers/language';
import { byVariant, minorities } from '../../../minority.ts';
import { hitsIn, type Hit } from '../../../text-hits.ts';

/** Figures that can be read in one way only: with two groups, or with a group and decimals. */
const FIGURE =
  /(?<![\p{L}\d.,:/_-])(?:\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:['’]\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00A0\u202F]\d{3}){2,}(?:[.,]\d+)?|\d{1,3}(?:[\u00A0\u202F]\d{3})(?:[.,]\d+)?)(?![\p{L}\d/_-]|[.,]\d)/gu;

/** Of a computer: four parts. */
const ADDRESS = /^\d{1,3}(?:\.\d{3}){3}$/;

const COMMAS = 'commas between thousands (1,234.5)';
const POINTS = 'points between thousands (1.234,5)';
const SPACES = 'spaces between thousands (1 234)';
const APOSTROPHES = 'apostrophes between thousands (1’234)';

/** What languages have in print; Swiss German and the Spanish of America differ, and are not judged by the language. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  en: [COMMAS, SPACES],
  zh: [COMMAS],
  ja: [COMMAS],
  de: [POINTS, SPACES, APOSTROPHES],
  fr: [SPACES],
  it: [POINTS, SPACES, APOSTROPHES],
  nl: [POINTS, SPACES],
};

/**
 * Looks at figures that can be read in one way only. `1,234` alone is a thousand here and little more than one there, and does not count.
 * Does not catch: decimals without groups. Known false alarms: numbers of parts and accounts in groups of three.
 */
export const mixedNumberFormats: Rule<'document'> = defineRule({
  id: 'formatting/mixed-number-formats',
  title: 'Figures are written by the rules of several languages',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [ownProse, textLanguage],
  why: 'A reader takes 1.234 for a thousand times more, or less, than was meant.',
  advice: 'Write all figures with {{usual}}.',
  messages: {
    mixed: '{{count}} figures have {{other}}, and {{usualCount}} have {{usual}}',
    language: { text: "{{count}} figures have {{other}}, which is not how '{{language}}' is written", certainty: 'hint' },
  },
  *check(context) {
    const { model, facts, looked } = context;
    const blocks = facts(ownProse);
    looked({ blocks: blocks.length });
    const variants = byVariant(
      hitsIn(blocks, FIGURE).filter(({ found }) => !ADDRESS.test(found)),
      notationOf,
    );
    const mixed = minorities(variants);
    for (const { hits, ...minority } of mixed) {
      const [{ block, offset, found }] = hits;
      yield {
        messageId: 'mixed',
        data: { ...minority, count: hits.length },
        at: model.locate(block, offset, found.length),
        key: minority.other,
      };
    }
    const language = documentLanguage(context) ?? '';
    const [usual] = USUAL[language] ?? [];
    for (const [other, hits] of variants) {
      const [first] = hits;
      if (!first || usual === undefined || USUAL[language]?.includes(other) || mixed.some((minority) => minority.other === other)) continue;
      const data = { count: hits.length, other, usual, language };
      yield { messageId: 'language', data, at: model.locate(first.block, first.offset, first.found.length), key: `${language} ${other}` };
    }
  },
});

function notationOf({ found }: Hit): string {
  const sign = /\D/.exec(found)?.[0] ?? '';
  if (sign === ',') return COMMAS;
  if (sign === '.') return POINTS;
  return sign === "'" || sign === '’' ? APOSTROPHES : SPACES;
}
