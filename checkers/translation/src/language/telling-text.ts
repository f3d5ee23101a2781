import type { Segment } from '@preflag/readers';
import { hasScript } from './other-script.ts';
import { commonWords, isReference, type PlainTexts } from './translatable.ts';

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’·]*/gu;
const LATIN = /[\p{Script=Latin}\p{M}\p{Pd}'’]+/gu;

/**
 * What of a translation tells its language. Words that the source has as they are tell nothing: names, commands, terms that stay. Nor do words in
 * capitals beside others, nor Latin letters within a text in another script. Empty where there is nothing, and for what is the source's text still.
 *
 * @param texts of the segment, from `plainTexts`
 * @param script that the language asked for is written in (ISO 15924)
 */
export function tellingText({ target, role, id }: Segment, texts: PlainTexts, script: string | undefined): string {
  if (target === undefined || role === 'code' || isReference(target, id)) return '';
  const { source: original, target: plain } = texts;
  // What was not translated at all is another failure, or a name.
  if (plain === original) return '';
  const own = script !== undefined && script !== 'Latn' && hasScript(plain, script) ? plain.replace(LATIN, ' ') : plain;
  const known = new Set(original.match(WORD));
  const isInCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  const areCapitalsNames = /\p{Ll}/u.test(own);
  const text = own.replace(WORD, (word) => (known.has(word) || (areCapitalsNames && isInCapitals(word)) ? ' ' : word));
  // Messages without a word in small letters are names of places, languages and people, which tell little.
  return role === 'other' && commonWords(text).length === 0 ? '' : text.replace(/\s+/gu, ' ').trim();
}
