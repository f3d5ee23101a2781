import { defineRule, type Rule } from '@preflag/core';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

const PARTNERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '）': '（', '】': '【', '」': '「', '』': '『' };
const OPENING = new Set(Object.values(PARTNERS));
const BRACKET = /[()[\]{}（）【】「」『』]/g;

const DOUBLE_QUOTE = /["“”„«»]/g;
/** Signs of inches and seconds stand behind digits; within words of Hebrew the sign marks an abbreviation. */
const OTHER_USE = /(?<=\d)"|(?<=\p{Script=Hebrew})["”](?=\p{Script=Hebrew})/gu;

/**
 * Finds a bracket, or a corner bracket of Chinese and Japanese, without its partner where the source's brackets are in pairs; and an odd
 * number of double quotation marks where the source has an even one: languages open and close them in many ways.
 * Does not catch: single quotation marks, which are apostrophes too; a pair that is gone as a whole.
 * Known false alarms: lists with a), b) where the source numbers in another way; quotations over several paragraphs, if only one side
 * opens each of them again.
 */
export const bracketUnpaired: Rule<'bitext'> = defineRule({
  id: 'translation/bracket-unpaired',
  title: 'A bracket or quotation mark has no partner',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'Part of the text may be lost, and a reader stumbles.',
  advice: 'Add the other one where the source has it.',
  messages: {
    unpaired: "'{{found}}' has no partner; in the source every bracket has one",
    quote: 'One of the quotation marks has no partner; in the source every one has',
  },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      if (hasOddQuotes(segment.targetProse) && !hasOddQuotes(segment.sourceProse) && !/\d"/.test(segment.sourceProse))
        yield { messageId: 'quote', at: { kind: 'segment', id: segment.id }, related: relatedSource(model, segment) };
      const offset = unpairedAt(segment.targetProse);
      if (offset === undefined || unpairedAt(segment.sourceProse) !== undefined || unpairedAt(segment.source) !== undefined) continue;
      yield {
        messageId: 'unpaired',
        data: { found: segment.targetProse.charAt(offset) },
        at: { kind: 'segment', id: segment.id, offset, length: 1 },
        related: relatedSource(model, segment),
      };
    }
  },
});

/** The sign behind a digit may close a quotation: the number is odd only if it is either way. */
function hasOddQuotes(text: string): boolean {
  const all = text.match(DOUBLE_QUOTE)?.length ?? 0;
  const others = text.match(OTHER_USE)?.length ?? 0;
  return all % 2 === 1 && (all - others) % 2 === 1;
}

/** Full-width and half-width brackets may be each other's partners: writers mix them. */
function unpairedAt(text: string): number | undefined {
  const open: { readonly sign: string; readonly offset: number }[] = [];
  for (const { 0: sign, index } of text.matchAll(BRACKET)) {
    if (OPENING.has(sign)) open.push({ sign: halfWidth(sign), offset: index });
    else if (open.pop()?.sign !== halfWidth(PARTNERS[sign] ?? '')) return index;
  }
  return open[0]?.offset;
}

function halfWidth(sign: string): string {
  return sign === '（' ? '(' : sign;
}
