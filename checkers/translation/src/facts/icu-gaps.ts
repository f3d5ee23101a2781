import { defineFact, type Fact } from '@preflag/core';
import { compareIcu, type IcuGap } from '../placeholders/compare-icu.ts';
import { hasChoices } from '../placeholders/choices.ts';
import { translatedSegments, type TranslatedSegment } from '../translated-segments.ts';

/** Messages with plural forms or choices (ICU MessageFormat), and how their translations differ, by the segment's id. */
export const icuGaps: Fact<'bitext', ReadonlyMap<string, readonly IcuGap[]>> = defineFact({
  id: 'translation/icu-gaps',
  reads: 'bitext',
  async compute(model) {
    const messages = translatedSegments(model).filter(({ source, target }) => hasChoices(source) || hasChoices(target));
    if (messages.length === 0) return new Map();
    const icu = await import('@formatjs/icu-messageformat-parser');
    const gapsOf = ({ source, target }: TranslatedSegment): readonly IcuGap[] => compareIcu(icu, source, target, model.targetLanguage);
    return new Map(messages.map((segment) => [segment.id, gapsOf(segment)]));
  },
});
