import { defineFact, type Fact } from '@preflag/core';
import { languageOf, scriptOf } from '@preflag/readers/language';
import { isKnownToEld, loadEld } from '../language/eld-scores.ts';
import { isInUnknownScript } from '../language/is-in-unknown-script.ts';
import { tellingText } from '../language/telling-text.ts';
import { plainTexts, type PlainTexts } from '../language/translatable.ts';

/** Shorter texts are taken for another language too often. */
export const LEAST_TOLD = 80;

/** What tells the language of a translated segment. */
export interface ToldText extends PlainTexts {
  /** Of the target, without the words that the source has. */
  readonly telling: string;
  /** The language that a telling text of 80 characters and more fits best (ISO 639-1), where eld knows the one asked for. */
  readonly best?: string;
}

/** What tells the language of each translated segment that is no code, by the segment's id. */
export const toldTexts: Fact<'bitext', ReadonlyMap<string, ToldText>> = defineFact({
  id: 'translation/told-texts',
  reads: 'bitext',
  async compute({ segments, targetLanguage }) {
    const script = scriptOf(targetLanguage);
    const texts = segments.flatMap((segment) => {
      if (segment.target === undefined || segment.role === 'code') return [];
      const plain = plainTexts(segment);
      return [{ id: segment.id, ...plain, telling: tellingText(segment, plain, script) }];
    });
    const language = languageOf(targetLanguage);
    const isAny = language !== undefined && isKnownToEld(language) && texts.some(({ telling }) => telling.length >= LEAST_TOLD);
    const eld = isAny && !isInUnknownScript(targetLanguage) ? await loadEld() : undefined;
    return new Map(
      texts.map(({ id, ...text }) => {
        const best = text.telling.length < LEAST_TOLD ? undefined : eld?.best(text.telling);
        return [id, best === undefined ? text : { ...text, best }];
      }),
    );
  },
});
