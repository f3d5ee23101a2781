import { defineRule, type Rule } from '@preflag/core';
import type { Bitext } from '@preflag/readers';
import { languageOf, lengthDeviation, lengthModel, refineModel, weightOf, type LengthModel } from '@preflag/readers/language';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** Standard deviations; of human sentences 0.3 % are beyond the first, some 0.05 % beyond the second (`bench/translation/run.ts --accuracy`). */
const [UNUSUAL, UNLIKELY] = [3.2, 4];
/** Where sentences are too few or too many as well. Of paragraphs of three human sentences 0.35 %; of those that lack one, 81 %. */
const WITH_SENTENCES = 2;
/** The length of a few words says nothing. */
const LEAST_WEIGHT = 30;
/** So many segments show how free the translation of a file is. */
const LEAST_PAIRS = 30;
/** Languages whose sentences the segmenter cannot tell. */
const WITHOUT_SENTENCES = new Set(['th', 'lo', 'km', 'my', 'bo']);

/**
 * Compares the lengths of the two texts with what is usual for their languages, and in the file where it is long enough; and the number of
 * their sentences.
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
  why: 'Something may have been left out, or added.',
  advice: 'Compare the two sentence by sentence.',
  messages: {
    short: 'The translation has {{target}} characters for {{source}} of the source, far fewer than usual: something may be missing',
    long: 'The translation has {{target}} characters for {{source}} of the source, far more than usual: something may have been added',
    shorter: { text: 'The translation has {{target}} characters for {{source}} of the source, fewer than usual', certainty: 'hint' },
    longer: { text: 'The translation has {{target}} characters for {{source}} of the source, more than usual', certainty: 'hint' },
    sentenceLost: {
      text: 'The source has {{source}} sentences, the shorter translation {{target}}: one may be missing',
      certainty: 'hint',
    },
    sentenceAdded: {
      text: 'The source has {{source}} sentences, the longer translation {{target}}: one may have been added',
      certainty: 'hint',
    },
  },
  *check({ model, looked, notChecked }) {
    const [from, to] = [languageOf(model.sourceLanguage), languageOf(model.targetLanguage)];
    if (from === undefined || to === undefined) {
      notChecked('language', 'The languages are not known, and with them what length is usual.');
      return;
    }
    const segments = translatedSegments(model).filter(({ language, cue }) => language === undefined && cue === undefined);
    const usual = usualLengths(model, segments);
    const segmenters = [from, to].map((language) => new Intl.Segmenter(language, { granularity: 'sentence' })) as [
      Intl.Segmenter,
      Intl.Segmenter,
    ];
    const canCount = !WITHOUT_SENTENCES.has(from) && !WITHOUT_SENTENCES.has(to);
    for (const segment of segments) {
      const { source, target, id } = segment;
      // A text without letters is empty, or a placeholder.
      if (weightOf(source) < LEAST_WEIGHT || !/[\p{L}\p{N}]/u.test(target)) continue;
      looked({ segments: 1 });
      const deviation = lengthDeviation(weightOf(source), weightOf(target), usual);
      const sentences = canCount && Math.abs(deviation) > WITH_SENTENCES ? countBoth(segmenters, segment) : undefined;
      const messageId = verdictOf(deviation, sentences);
      if (messageId === undefined) continue;
      const [own, other] = messageId.startsWith('sentence') && sentences ? sentences : [source.length, target.length];
      yield {
        messageId,
        data: { source: own, target: other },
        at: { kind: 'segment', id },
        related: relatedSource(model, segment),
      };
    }
  },
});

function usualLengths({ sourceLanguage, targetLanguage }: Bitext, segments: readonly TranslatedSegment[]): LengthModel {
  const pairs = segments.map(({ source, target }) => [weightOf(source), weightOf(target)] as const);
  const model = refineModel(lengthModel(sourceLanguage, targetLanguage), pairs);
  // Messages of programs are shorter and freer than sentences.
  const spread = model.spread * (segments.some(isInterfaceText) ? 1.5 : 1);
  const deviations = pairs
    .filter(([source]) => source >= LEAST_WEIGHT)
    .map(([source, target]) => Math.abs(lengthDeviation(source, target, { ...model, spread })))
    .toSorted((a, b) => a - b);
  if (deviations.length < LEAST_PAIRS) return { ...model, spread };
  // The median of the absolute deviations of a normal distribution is 0.6745 of its standard deviation.
  const scale = (deviations[deviations.length >> 1] ?? 0) / 0.6745;
  return { ...model, spread: spread * Math.max(1, scale) ** 2 };
}

function countBoth([from, to]: readonly [Intl.Segmenter, Intl.Segmenter], { source, target }: TranslatedSegment): [number, number] {
  return [sentencesIn(from, source), sentencesIn(to, target)];
}

function sentencesIn(segmenter: Intl.Segmenter, text: string): number {
  let count = 0;
  for (const { segment } of segmenter.segment(text)) count += Number(/\p{L}/u.test(segment));
  return count;
}

function verdictOf(deviation: number, sentences: readonly [number, number] | undefined): string | undefined {
  if (Math.abs(deviation) > UNLIKELY) return deviation < 0 ? 'short' : 'long';
  const more = sentences ? sentences[0] - sentences[1] : 0;
  if (deviation < -WITH_SENTENCES && more > 0) return 'sentenceLost';
  if (deviation > WITH_SENTENCES && more < 0) return 'sentenceAdded';
  if (Math.abs(deviation) > UNUSUAL) return deviation < 0 ? 'shorter' : 'longer';
  return undefined;
}
