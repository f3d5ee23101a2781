import { matchesIn } from '@preflag/core';
import { foldText } from '@preflag/readers/sheets';

export const WORD: RegExp = /[\p{L}\d]+(?:[’'&.-][\p{L}\d]+)*/gu;

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  return matchesIn(foldText(text), WORD).map(([word]) => word);
}

/** The words of a text as it writes them. */
export function writtenWords(text: string): readonly string[] {
  return matchesIn(text, WORD).map(([word]) => word);
}

/** Without the ending of a plural, in English and German, so that a word for many is found by the word for one. */
export function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:es|s|en|n)$/, '') : word;
}
