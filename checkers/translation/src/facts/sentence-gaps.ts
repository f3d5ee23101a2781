import { defineFact, type Fact } from '@preflag/core';
import { findSentenceGaps, sentenceSplitter, type SentenceGap } from '@preflag/readers/sentences';
import { translatedSegments } from '../translated-segments.ts';
import { usualLengths } from './usual-lengths.ts';

export interface SentenceGaps {
  /** By the segment's id; segments without a gap are left out. */
  readonly gaps: ReadonlyMap<string, readonly SentenceGap[]>;
  /** Segments of two sentences and more, on either side. */
  readonly segments: number;
  /** Set where a language is not known, or its sentences cannot be told; and where some texts had too many sentences. */
  readonly left?: 'language' | 'limit';
}

/** Lines that are indented one below the other: the options of a command, whose columns are no sentences. */
const LAID_OUT = /\n[^\S\n]{2,40}\S[^\n]*\n(?:[^\n]*\n){0,40}[^\S\n]{2,40}\S/;

/**
 * Sentences within paragraphs and messages for which the other side has nothing. Subtitles, which are cut for the screen, and texts that are
 * laid out in columns are left out.
 */
export const sentenceGaps: Fact<'bitext', SentenceGaps> = defineFact({
  id: 'translation/sentence-gaps',
  reads: 'bitext',
  uses: [usualLengths],
  compute(model, facts) {
    const [split, splitTarget] = [model.sourceLanguage, model.targetLanguage].map((tag) => tag && sentenceSplitter(tag));
    if (!split || !splitTarget) return { gaps: new Map(), segments: 0, left: 'language' };
    const pairs = translatedSegments(model).flatMap(({ id, source, target, sourceProse, targetProse, language, cue }) => {
      if (language !== undefined || cue !== undefined || LAID_OUT.test(source) || LAID_OUT.test(target)) return [];
      const pair = { id, source: split(source, sourceProse), target: splitTarget(target, targetProse) };
      return pair.source.length > 1 || pair.target.length > 1 ? [pair] : [];
    });
    const found = findSentenceGaps(pairs, facts(usualLengths));
    return {
      gaps: new Map(pairs.flatMap(({ id }, index) => (found[index]?.length ? [[id, found[index]] as const] : []))),
      segments: found.filter((gaps) => gaps !== undefined).length,
      ...(found.includes(undefined) && { left: 'limit' as const }),
    };
  },
});
