import { defineFact, type Fact } from '@preflag/core';
import { isAlike, languageOf } from '@preflag/readers/language';
import { broughtIdentifiers } from '../language/brought-identifiers.ts';
import { isInUnknownScript } from '../language/is-in-unknown-script.ts';
import { pairIdentifier } from '../language/identifiers.ts';
import { LEAST_TOLD, toldTexts } from './told-texts.ts';

/**
 * Which of the two languages the target of each segment is in, by the segment's id. Left out are segments that cannot be told, and those that
 * are no copy of the source and fit the language asked for best of all.
 */
export const identifiedLanguages: Fact<'bitext', ReadonlyMap<string, 'source' | 'target'>> = defineFact({
  id: 'translation/identified-languages',
  reads: 'bitext',
  uses: [toldTexts],
  async compute({ sourceLanguage, targetLanguage }, facts, _limits, plugged) {
    const found = new Map<string, 'source' | 'target'>();
    const [from, to] = [languageOf(sourceLanguage), languageOf(targetLanguage)];
    if (from === undefined || to === undefined || isInUnknownScript(targetLanguage)) return found;
    const doubtful = Array.from(facts(toldTexts)).filter(
      ([, { target, best }]) => target.length >= LEAST_TOLD && !(best !== undefined && isAlike(best, to)),
    );
    if (doubtful.length === 0) return found;
    const identify = await pairIdentifier(from, to, await broughtIdentifiers(plugged));
    for (const [id, { target, telling }] of doubtful) {
      const side = await identify?.(telling.length >= LEAST_TOLD ? telling : target);
      if (side) found.set(id, side);
    }
    return found;
  },
});
