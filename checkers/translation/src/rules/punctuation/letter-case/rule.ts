import { defineRule, type Problem, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** Two capitals and three small letters or more, alone: DOuble. */
const DOUBLE = /(?<![\p{L}\p{N}\p{M}'’.%_\\-])\p{Lu}{2}\p{Ll}{3,}(?![\p{L}\p{N}\p{M}])/gu;
/** XXème, IIIème: an ordinal in Roman numerals. */
const ROMAN_ORDINAL = /^[IVXLC]{2,}(?:i?[eè]mes?|nde?s?|ste[rn]?)$/u;
/** GCredentials: names of programs, whose first letter stays while the rest is translated. */
const PREFIXED = /(?<!\p{L})\p{Lu}{2}\p{Ll}{2}/u;
/** Irish and Gaelic write a letter before the capital. */
const WITH_PREFIXES = new Set(['ga', 'gd']);
/** Languages that write endings right behind an abbreviation (ELile, TVet): there the word must stand elsewhere in its usual form. */
const WITH_ENDINGS = new Set('az da et eu fi fo hu is kk ky lt lv nb nn no se sv sw tk tr uz xh zu'.split(' '));
/** So many letters in two words tell capitals that are meant from abbreviations. */
const LEAST_LETTERS = 8;

/**
 * Finds words that begin with two capitals by a slip, and texts that are in capitals on one side only.
 * Does not catch: small letters where the language wants capitals, such as nouns of German; names whose capitals changed.
 * Known false alarms: names of firms that are written so, where the source writes them otherwise.
 */
export const letterCase: Rule<'bitext'> = defineRule({
  id: 'translation/letter-case',
  title: 'Capitals stand where they do not belong, or are lost',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'A reader takes it for carelessness, or for shouting.',
  advice: 'Write it as the source does.',
  messages: {
    double: { text: "'{{found}}' begins with two capitals", advice: 'Write the second letter small.' },
    added: 'The translation is in capitals, and the source is not',
    lost: { text: 'The source is in capitals, and the translation is not', certainty: 'hint' },
  },
  *check({ model, looked }) {
    const segments = translatedSegments(model);
    looked({ segments: segments.length });
    const words = new WordsOf(segments);
    for (const segment of segments) {
      const language = languageOf(segment.language ?? model.targetLanguage) ?? '';
      for (const problem of [...doubles(segment, language, words), ...capitals(segment)])
        yield { ...problem, related: relatedSource(model, segment) };
    }
  },
});

/** Whether a word stands anywhere in a translation; its words are collected when first asked. */
class WordsOf {
  readonly #segments: readonly TranslatedSegment[];
  #words: ReadonlySet<string> | undefined;

  constructor(segments: readonly TranslatedSegment[]) {
    this.#segments = segments;
  }

  has(word: string): boolean {
    this.#words ??= new Set(this.#segments.flatMap(({ targetProse }) => targetProse.match(/[\p{L}\p{M}]+/gu) ?? []));
    return this.#words.has(word);
  }
}

function doubles({ id, source, targetProse }: TranslatedSegment, language: string, words: WordsOf): Problem[] {
  if (!/\p{Lu}{2}\p{Ll}/u.test(targetProse)) return [];
  return Array.from(targetProse.matchAll(DOUBLE)).flatMap(({ 0: found, index }): Problem[] => {
    const [capitals, usual] = [found.slice(0, 2), found.charAt(0) + found.slice(1).toLowerCase()];
    if (WITH_PREFIXES.has(language)) return [];
    // IJsland is right in Dutch; what the source has in capitals is an abbreviation.
    if ((language === 'nl' && capitals === 'IJ') || source.includes(capitals) || PREFIXED.test(source) || ROMAN_ORDINAL.test(found))
      return [];
    if (WITH_ENDINGS.has(language) && !words.has(usual) && !words.has(usual.toLowerCase())) return [];
    return [{ messageId: 'double', data: { found }, at: { kind: 'segment', id, offset: index, length: found.length } }];
  });
}

function capitals({ id, sourceProse, targetProse }: TranslatedSegment): Problem[] {
  // Nearly all texts have small letters on both sides.
  if (/\p{Ll}/u.test(targetProse) && /\p{Ll}/u.test(sourceProse)) return [];
  const own = caseOf(targetProse);
  const other = own && caseOf(sourceProse);
  if (own === undefined || other === undefined || own === other) return [];
  return [{ messageId: own === 'capitals' ? 'added' : 'lost', at: { kind: 'segment', id } }];
}

/** `undefined` of texts too short to tell, and of scripts without capitals. */
function caseOf(text: string): 'capitals' | 'mixed' | undefined {
  // Abbreviations within a script without capitals.
  if (/\p{Lo}/u.test(text)) return undefined;
  const letters = text.match(/[\p{Lu}\p{Ll}]/gu) ?? [];
  if (letters.length < LEAST_LETTERS || !/\p{L}{3}\P{L}+\p{L}{3}/u.test(text)) return undefined;
  const small = letters.filter((letter) => /\p{Ll}/u.test(letter)).length;
  return small === 0 ? 'capitals' : small * 2 > letters.length ? 'mixed' : undefined;
}
