import { defineFact, type Fact } from '@preflag/core';
import { isAlike, languageOf, scriptOf } from '@preflag/readers/language';
import { findCopied, isWordCandidate, type CopiedText } from '../language/find-copied.ts';
import { isReference } from '../language/translatable.ts';
import { INTERNATIONAL_WORDS } from '../language/international-words.ts';
import { isKnownToEld, loadEld } from '../language/eld-scores.ts';
import { scriptRuns } from '../language/script-runs.ts';
import { translatedSegments, type TranslatedSegment } from '../translated-segments.ts';

/** A piece of the source's text within a translated segment. */
interface SourceRemain extends CopiedText {
  readonly segment: TranslatedSegment;
  readonly kind: 'script' | 'phrase' | 'word';
}

export interface SourceRemains {
  readonly remains: readonly SourceRemain[];
  readonly segments: number;
  /** Set where the two languages are not known, or are the same. */
  readonly left?: 'unknown';
}

/** How much better, of 1, a word must fit the source's language than the target's. */
const MARGIN = 0.1;
/** Before so many words of a translation are seen, a letter that it does not use says nothing. */
const LEAST_OWN_WORDS = 100;

/** What stayed in the source's language or script within segments that are translated otherwise. */
export const sourceRemains: Fact<'bitext', SourceRemains> = defineFact({
  id: 'translation/source-remains',
  reads: 'bitext',
  async compute(model) {
    const [from, to] = [languageOf(model.sourceLanguage), languageOf(model.targetLanguage)];
    if (from === undefined || to === undefined || from === to) return { remains: [], segments: 0, left: 'unknown' };
    const segments = translatedSegments(model).filter(({ target, id, language }) => language === undefined && !isReference(target, id));
    const [own, other] = [scriptOf(model.sourceLanguage), scriptOf(model.targetLanguage)];
    const runs = scriptRuns(own, other);
    const remains = segments.flatMap((segment): SourceRemain[] => {
      const scripted = runs ? findCopied(segment, 'script', runs) : [];
      return [
        ...scripted.map((text) => ({ ...text, segment, kind: 'script' as const })),
        ...findCopied(segment, 'phrase').map((text) => ({ ...text, segment, kind: 'phrase' as const })),
      ];
    });
    // English words are borrowed by all languages.
    const areWordsTold =
      from !== 'en' && own === 'Latn' && other === 'Latn' && !isAlike(from, to) && isKnownToEld(from) && isKnownToEld(to);
    if (areWordsTold) remains.push(...(await wordsLeft(segments, from, to)));
    return { remains, segments: segments.length };
  },
});

/** Single words that fit the source's language better, and that the translation does not use elsewhere of its own accord. */
async function wordsLeft(segments: readonly TranslatedSegment[], from: string, to: string): Promise<SourceRemain[]> {
  const candidates = segments.flatMap((segment) =>
    findCopied(segment, 'word').map((text) => ({ ...text, segment, kind: 'word' as const, word: text.found.toLowerCase() })),
  );
  if (candidates.length === 0) return [];
  const ownWords = wordsOfItsOwn(segments);
  const letters = new Set([...ownWords].join(''));
  const hasForeignLetter = (word: string): boolean =>
    ownWords.size >= LEAST_OWN_WORDS && Array.from(word).some((letter) => !letters.has(letter));
  const eld = await loadEld();
  return candidates.filter(
    ({ word }) =>
      !INTERNATIONAL_WORDS.has(word) &&
      !ownWords.has(word) &&
      eld.of(word, from) - eld.of(word, to) > (hasForeignLetter(word) ? -MARGIN : MARGIN),
  );
}

/** Words of the target in segments whose source has them not. */
function wordsOfItsOwn(segments: readonly TranslatedSegment[]): ReadonlySet<string> {
  const own = new Set<string>();
  for (const { source, target } of segments) {
    const original = new Set(source.toLowerCase().match(/[\p{L}\p{M}]+/gu));
    for (const word of target.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) if (isWordCandidate(word) && !original.has(word)) own.add(word);
  }
  return own;
}
