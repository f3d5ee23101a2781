import { defineRule, type Rule } from '@preflag/core';
import { languageOf, lengthDeviation, weightOf } from '@preflag/readers/language';
import { sentenceGaps } from '../../../facts/sentence-gaps.ts';
import { usualLengths } from '../../../facts/usual-lengths.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/** Standard deviations; of human sentences 0.3 % are beyond the first, some 0.05 % beyond the second (`bench/translation/run.ts --accuracy`). */
const [UNUSUAL, UNLIKELY] = [3.2, 4];
/** The length of a few words says nothing. */
const LEAST_WEIGHT = 30;

/**
 * Compares the lengths of the two texts with what is usual for their languages, and in the file where it is long enough. Where
 * translation/sentence-missing names the sentence, nothing is said here.
 * Does not catch: a clause that was lost; a sentence that was lost where another was added.
 * Known false alarms: abbreviations that are written out, slogans, what a language says in a word.
 */
export const lengthDeviates: Rule<'bitext'> = defineRule({
  id: 'translation/length-deviates',
  title: 'A translation is much shorter or longer than its source',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  facts: [usualLengths, sentenceGaps],
  why: 'Something may have been left out, or added.',
  advice: 'Compare the two sentence by sentence.',
  messages: {
    short: 'The translation has {{target}} characters for {{source}} of the source, far fewer than usual: something may be missing',
    long: 'The translation has {{target}} characters for {{source}} of the source, far more than usual: something may have been added',
    shorter: { text: 'The translation has {{target}} characters for {{source}} of the source, fewer than usual', certainty: 'hint' },
    longer: { text: 'The translation has {{target}} characters for {{source}} of the source, more than usual', certainty: 'hint' },
  },
  *check({ model, facts, looked, notChecked }) {
    const [from, to] = [languageOf(model.sourceLanguage), languageOf(model.targetLanguage)];
    if (from === undefined || to === undefined) {
      notChecked('language', 'The languages are not known, and with them what length is usual.');
      return;
    }
    const segments = translatedSegments(model).filter(({ language, cue }) => language === undefined && cue === undefined);
    const [usual, { gaps }] = [facts(usualLengths), facts(sentenceGaps)];
    for (const segment of segments) {
      const { source, target, id } = segment;
      // A text without letters is empty, or a placeholder.
      if (weightOf(source) < LEAST_WEIGHT || !/[\p{L}\p{N}]/u.test(target)) continue;
      looked({ segments: 1 });
      const deviation = lengthDeviation(weightOf(source), weightOf(target), usual);
      const messageId = verdictOf(deviation);
      // Which sentence it is, is another rule's.
      if (messageId === undefined || gaps.has(id)) continue;
      yield {
        messageId,
        data: { source: source.length, target: target.length },
        at: { kind: 'segment', id },
        related: relatedSource(model, segment),
      };
    }
  },
});

function verdictOf(deviation: number): string | undefined {
  if (Math.abs(deviation) > UNLIKELY) return deviation < 0 ? 'short' : 'long';
  if (Math.abs(deviation) > UNUSUAL) return deviation < 0 ? 'shorter' : 'longer';
  return undefined;
}
