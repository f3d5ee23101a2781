import { defineRule, type Rule } from '@preflag/core';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

const PARTNERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '）': '（', '】': '【', '」': '「', '』': '『' };
const OPENING = new Set(Object.values(PARTNERS));
const BRACKET = /[()[\]{}（）【】「」『』]/g;

/**
 * Finds a bracket, or a corner bracket of Chinese and Japanese, without its partner where the source's brackets are in pairs.
 * Does not catch: quotation marks, which languages open and close in many ways; a pair that is gone as a whole.
 * Known false alarms: lists with a), b) where the source numbers in another way.
 */
export const bracketUnpaired: Rule<'bitext'> = defineRule({
  id: 'translation/bracket-unpaired',
  title: 'A bracket has no partner',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'Part of the text may be lost, and a reader stumbles.',
  advice: 'Add the other bracket where the source has it.',
  messages: { unpaired: "'{{found}}' has no partner; in the source every bracket has one" },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const offset = unpairedAt(segment.targetProse);
      if (offset === undefined || unpairedAt(segment.sourceProse) !== undefined) continue;
      yield {
        messageId: 'unpaired',
        data: { found: segment.targetProse.charAt(offset) },
        at: { kind: 'segment', id: segment.id, offset, length: 1 },
        related: relatedSource(model, segment),
      };
    }
  },
});

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
