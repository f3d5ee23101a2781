import { defineFact, type Fact } from '@preflag/core';
import { lengthDeviation, lengthModel, refineModel, weightOf, type LengthModel } from '@preflag/readers/language';
import { isInterfaceText, translatedSegments } from '../translated-segments.ts';

/** The length of a few words says nothing. */
const LEAST_WEIGHT = 30;
/** So many segments show how free the translation of a file is. */
const LEAST_PAIRS = 30;

/** How long the translations of a file are, by its languages and by most of its segments. */
export const usualLengths: Fact<'bitext', LengthModel> = defineFact({
  id: 'translation/usual-lengths',
  reads: 'bitext',
  compute(bitext) {
    const segments = translatedSegments(bitext).filter(({ language, cue }) => language === undefined && cue === undefined);
    const pairs = segments.map(({ source, target }) => [weightOf(source), weightOf(target)] as const);
    const model = refineModel(lengthModel(bitext.sourceLanguage, bitext.targetLanguage), pairs);
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
  },
});
