import { defineFact, type Fact } from '@preflag/core';
import { compareIcu, type IcuGap } from '../placeholders/compare-icu.ts';
import { translatedSegments, type TranslatedSegment } from '../translated-segments.ts';

const PLURAL_OR_SELECT = /\{\s{0,3}[\w$]{1,60}\s{0,3},\s{0,3}(?:plural|select|selectordinal)\s{0,3},/;

/** Messages with plural forms or choices (ICU MessageFormat), and how their translations differ, by the segment's id. */
export const icuGaps: Fact<'bitext', ReadonlyMap<string, readonly IcuGap[]>> = defineFact({
  id: 'translation/icu-gaps',
  reads: 'bitext',
  async compute(model) {
    const messages = translatedSegments(model).filter(({ source, target }) => isChoice(source) || isChoice(target));
    if (messages.length === 0) return new Map();
    const icu = await import('@formatjs/icu-messageformat-parser');
    const gapsOf = ({ source, target }: TranslatedSegment): readonly IcuGap[] => compareIcu(icu, source, target, model.targetLanguage);
    return new Map(messages.map((segment) => [segment.id, gapsOf(segment)]));
  },
});

function isChoice(text: string): boolean {
  return text.includes('{') && PLURAL_OR_SELECT.test(text);
}
