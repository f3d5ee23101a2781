import { defineRule, type Rule } from '@preflag/core';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { documentLanguage, textLanguage } from '@preflag/readers/language';
import { byVariant, minorities } from '../../../minority.ts';
import { hitsIn } from '../../../text-hits.ts';

const BEFORE_UNIT = /(?<=\d)[ \u00A0\u202F](?=(?:%|€|[kcm]?m|kg|MB|GB|°C|Uhr|Mio|Mrd|millions?|milliards?)(?![\p{L}\p{N}]))/gu;
const BEFORE_MARK = /(?<=[\p{L}\p{N})])[ \u00A0\u202F](?=[;:!?»](?:\s|$))/gu;
/** Between two words that nothing binds: pasted from a web page. */
const STRAY = /(?<=\p{Ll}{2})\u00A0(?=\p{Ll}{2})/gu;
const FEWEST = 3;

/**
 * Looks at spaces between a figure and its unit, in French before `; : ! ?`, and at non-breaking spaces between ordinary words.
 * Does not catch: documents without any non-breaking space; pdf, which does not tell them from others. Known false alarms: lines that somebody kept together by hand.
 */
export const nonBreakingSpaceMixed: Rule<'document'> = defineRule({
  id: 'formatting/non-breaking-space-mixed',
  title: 'Non-breaking spaces stand where they do not belong, or only in part',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [proseBlocks, textLanguage],
  why: 'Lines break in odd places: a figure without its unit, or a gap at the end of a line.',
  advice: 'Keep figures and units together with a non-breaking space, and use ordinary spaces between words.',
  messages: {
    mixed: '{{count}} spaces before {{what}} are {{other}}, and {{usualCount}} are {{usual}}',
    stray: '{{count}} spaces between ordinary words are non-breaking',
  },
  *check(context) {
    const { model, facts, looked, notChecked } = context;
    if (model.format === 'pdf') {
      notChecked('format', 'A pdf does not tell non-breaking spaces from others.');
      return;
    }
    const blocks = facts(proseBlocks);
    looked({ blocks: blocks.length });
    const marked = [
      { what: 'units', pattern: BEFORE_UNIT },
      ...(documentLanguage(context) === 'fr' ? [{ what: 'punctuation marks', pattern: BEFORE_MARK }] : []),
    ];
    if (!blocks.some(({ prose }) => /[\u00A0\u202F]/.test(prose))) return;
    for (const { what, pattern } of marked) {
      const variants = byVariant(hitsIn(blocks, pattern), ({ found }) => (found === ' ' ? 'ordinary' : 'non-breaking'));
      for (const { hits, ...minority } of minorities(variants, { least: FEWEST })) {
        const [{ block, offset }] = hits;
        yield { messageId: 'mixed', data: { what, ...minority, count: hits.length }, at: model.locate(block, offset, 1), key: what };
      }
    }
    const stray = hitsIn(blocks, STRAY);
    const [first] = stray;
    if (first && stray.length >= FEWEST)
      yield { messageId: 'stray', data: { count: stray.length }, at: model.locate(first.block, first.offset, 1), key: 'stray' };
  },
});
