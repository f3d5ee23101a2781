import { defineFact, type Fact } from '@preflag/core';
import type { Block } from '../document/model.ts';
import { isProse } from './is-prose.ts';
import { FUNCTION_WORDS } from './function-words.ts';

/** Units of prose that are looked at; more does not make it surer. */
const SAMPLE = 20_000;
/** So many function words make a language, and so many times more than any other has. */
const FEWEST = 2;
const LEAD = 1.3;

/**
 * The language that most of the prose is in (ISO 639-1), by its script and its function words; else the one that the file declares.
 * `undefined` where neither says it. Word files are often declared to be English and are not, so that the text counts first.
 */
export const textLanguage: Fact<'document', string | undefined> = defineFact({
  id: 'document/text-language',
  reads: 'document',
  compute: (document) => languageOfText(sampleOf(document.blocks)) ?? document.language?.toLowerCase().split(/[-_]/)[0],
});

/** The beginning of a document's prose. */
export function sampleOf(blocks: readonly Block[]): string {
  let sample = '';
  for (const block of blocks) {
    if (sample.length > SAMPLE) break;
    if (isProse(block)) sample += `${block.prose.slice(0, SAMPLE)}\n`;
  }
  return sample;
}

/** Scripts that only one language is written in. */
const OF_ONE_LANGUAGE: ReadonlySet<string> = new Set(['ja', 'ko', 'el', 'he', 'th']);
/** What makes a guess sure enough to stand for a language that nobody named. */
const [FEWEST_SURE, LEAD_SURE] = [8, 1.5];

/**
 * The language of a text of which nothing else says it (ISO 639-1): the one that writes its script, or one of a dozen European ones by its
 * function words. `undefined` for a text that is short, or may be in a neighbouring language.
 */
export function guessLanguage(text: string): string | undefined {
  const script = languageOfScript(text);
  if (script !== undefined) return OF_ONE_LANGUAGE.has(script) ? script : undefined;
  return languageOfWords(text, FEWEST_SURE, LEAD_SURE);
}

function languageOfText(text: string): string | undefined {
  return languageOfScript(text) ?? languageOfWords(text, FEWEST, LEAD);
}

function languageOfWords(text: string, fewest: number, lead: number): string | undefined {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? [])
    for (const language of languagesOf(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (!first || first[1] < fewest || first[1] < (second?.[1] ?? 0) * lead) return undefined;
  return first[0];
}

let byWord: Map<string, string[]> | undefined;
const NONE: readonly string[] = [];

/** The languages in which a word is a function word. */
function languagesOf(word: string): readonly string[] {
  if (!byWord) {
    byWord = new Map();
    for (const [language, words] of Object.entries(FUNCTION_WORDS))
      for (const each of words) byWord.set(each, [...(byWord.get(each) ?? []), language]);
  }
  return byWord.get(word) ?? NONE;
}

/** Scripts that one language is mostly written in; Chinese where there is no kana. */
const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];
/** A character of the others says as much as several letters. */
const SCRIPT_SHARE = 0.15;

function languageOfScript(text: string): string | undefined {
  if (!/[^\u0000-\u024F\u2000-\u2BFF\uFFFC]/.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return SCRIPTS.find(([, script]) => (text.match(script)?.length ?? 0) > letters * SCRIPT_SHARE)?.[0];
}
