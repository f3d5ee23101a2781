import { defineFact, type Fact } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { otherEnglishWords } from '../language/english-words.ts';
import { spellerFor, type NoSpeller } from '../language/speller.ts';
import { translatedSegments } from '../translated-segments.ts';

export interface UnknownWords {
  /** Words that were looked up. */
  readonly words: number;
  /** Those that no dictionary has, with a word that is one letter away. */
  readonly misspelt: readonly MisspeltWord[];
}

export interface MisspeltWord {
  readonly word: string;
  readonly near: string;
  readonly places: readonly { readonly id: string; readonly offset: number }[];
}

/**
 * Words in small letters that stand alone: no names, which no dictionary has, and no parts of addresses, of names in programs or of words
 * with a hyphen.
 */
const WORD = /(?<![\p{L}\p{M}\p{N}_@#./\\%{<&$’'-])\p{Ll}[\p{Ll}\p{M}]{2,30}(?![\p{L}\p{M}\p{N}_@/\\}>=(-]|\.[\p{L}\p{N}]|['’]\p{L})/gu;
/** Written without spaces: there are no words to look up. */
const SPACELESS = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'yue', 'wuu']);
/** Looking for a word nearby takes milliseconds. */
const MOST_LOOKED_FOR = 200;

/** What is misspelt in a translation; words that the source has too are none of its language. */
export const unknownWords: Fact<'bitext', UnknownWords | NoSpeller> = defineFact({
  id: 'translation/unknown-words',
  reads: 'bitext',
  async compute(model): Promise<UnknownWords | NoSpeller> {
    const language = languageOf(model.targetLanguage);
    if (language === undefined || SPACELESS.has(language)) return { missing: 'The language is not known, or is written without spaces.' };
    const segments = translatedSegments(model).filter((segment) => segment.language === undefined);
    if (segments.length === 0) return { words: 0, misspelt: [] };
    const speller = await spellerFor(model.targetLanguage ?? language);
    if ('missing' in speller) return speller;
    // English without a country is right in either spelling; the dictionary has that of the United States.
    const isAnyEnglish = model.targetLanguage === 'en';
    const known = new Map<string, boolean>();
    const unknown = new Map<string, { id: string; offset: number }[]>();
    let words = 0;
    for (const { id, source, targetProse } of segments)
      for (const { 0: word, index } of targetProse.matchAll(WORD)) {
        words += 1;
        let isKnown = known.get(word);
        if (isKnown === undefined) known.set(word, (isKnown = speller.knows(word)));
        if (isKnown || hasWord(source, word) || (isAnyEnglish && otherEnglishWords(word, 'US').length > 0)) continue;
        const places = unknown.get(word) ?? [];
        places.push({ id, offset: index });
        unknown.set(word, places);
      }
    const misspelt = [...unknown].slice(0, MOST_LOOKED_FOR).flatMap(([word, places]) => {
      const near = speller.near(word);
      return near === undefined ? [] : [{ word, near, places }];
    });
    return { words, misspelt };
  },
});

function hasWord(text: string, word: string): boolean {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu)
      ?.includes(word) ?? false
  );
}
