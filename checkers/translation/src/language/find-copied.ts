import { blanked } from './translatable.ts';
import type { TranslatedSegment } from '../translated-segments.ts';

export interface CopiedText {
  readonly found: string;
  /** In the target. */
  readonly offset: number;
}

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
/** In a phrase of so many words that is no name or title, so many begin small and are longer than the small words of titles. */
const [LEAST_WORDS, LEAST_SMALL] = [4, 2];
const SMALL = /^(?:\p{Lo}|\p{Ll}[\p{L}\p{M}]{3})/u;
/** Quotations, and what an author puts beside a name, stay in their language. */
const QUOTED =
  /"[^"]{1,300}"|“[^“”]{1,300}”|„[^„“”]{1,300}[“”]|«[^«»]{1,300}»|»[^»«]{1,300}«|「[^「」]{1,300}」|『[^『』]{1,300}』|《[^《》]{1,300}》|[(（][^()（）]{1,300}[)）]|(?<![\p{L}\p{N}])['‘‹][^'‘’‹›]{1,300}['’›](?!\p{L})|(?<!\p{L})[*_][^*_]{1,300}[*_](?!\p{L})/gu;

/** Texts of the target that the source has as they are, outside quotations and brackets: runs of a script, phrases, or single small words. */
export function findCopied(segment: TranslatedSegment, kind: 'phrase' | 'word'): CopiedText[];
export function findCopied(segment: TranslatedSegment, kind: 'script', runs: RegExp): CopiedText[];
export function findCopied(
  { sourceProse, targetProse }: TranslatedSegment,
  kind: 'script' | 'phrase' | 'word',
  runs?: RegExp,
): CopiedText[] {
  if (runs) return runsLeft(sourceProse, unquoted(targetProse, new Set(wordsOf(sourceProse))), runs);
  // Few texts have any, and to blank addresses and calls takes longer than to look.
  const isAny = kind !== 'script' && copiedIn(sourceProse, targetProse, kind).length > 0;
  const copied = isAny ? copiedIn(blanked(sourceProse), blanked(targetProse), kind) : [];
  return copied.map(({ found, offset }) => ({ found: targetProse.slice(offset, offset + found.length), offset }));
}

function copiedIn(source: string, target: string, kind: 'phrase' | 'word'): CopiedText[] {
  // Hardly any text has so many in a row, and places take longer to find than words.
  if (kind === 'phrase' && longestRun(source, target) < LEAST_WORDS) return [];
  const original = wordsOf(source);
  const known = new Set(original);
  const words = [...unquoted(target, known).matchAll(WORD)];
  return kind === 'word' ? wordsCopied(words, known) : phrasesCopied(target, words, original);
}

/** Signs that stand between words, without those that few texts have: faster than to name the letters. */
const BETWEEN = /[\x00-/:-`{-¿\u2000-\u206F\u3000-\u303F！-／،؛؟۔।॥]+/;

/** How many words in a row, or parts of them, the source has anywhere; at least as many as of whole ones. */
function longestRun(source: string, target: string): number {
  const known = new Set(source.toLowerCase().split(BETWEEN));
  let [run, longest] = [0, 0];
  for (const word of target.toLowerCase().split(BETWEEN)) {
    // Numbers stand between words as signs do.
    if (word !== '' && !/^\d/.test(word)) run = known.has(word) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** True for words that are asked for alone: short ones are alike in many languages, and names begin large. */
export function isWordCandidate(word: string): boolean {
  return word.length > 2 && /^\p{Ll}[\p{Ll}\p{M}]+$/u.test(word);
}

function runsLeft(source: string, target: string, runs: RegExp): CopiedText[] {
  return Array.from(target.matchAll(runs), ({ 0: found, index }) => ({ found: found.trim(), offset: index })).filter(
    // A single letter is a sign of mathematics, unless it stands for a word.
    ({ found }) => (found.length > 1 || /\p{Lo}/u.test(found)) && source.includes(found),
  );
}

function wordsCopied(words: readonly RegExpExecArray[], known: ReadonlySet<string>): CopiedText[] {
  return words.flatMap(({ 0: found, index }, at) => {
    if (!isWordCandidate(found) || !known.has(found)) return [];
    // Between names it belongs to them.
    const isInName = [words[at - 1], words[at + 1]].every(
      (beside) => beside !== undefined && /^\p{Lu}/u.test(beside[0]) && known.has(beside[0].toLowerCase()),
    );
    return isInName ? [] : [{ found, offset: index }];
  });
}

function phrasesCopied(text: string, words: readonly RegExpExecArray[], original: readonly string[]): CopiedText[] {
  const places = new Set(
    original.slice(0, original.length - LEAST_WORDS + 1).map((_, index) => keyOf(original.slice(index, index + LEAST_WORDS))),
  );
  const folded = words.map(([word]) => word.toLowerCase());
  const found: CopiedText[] = [];
  for (let start = 0; start + LEAST_WORDS <= words.length; start++) {
    let end = start;
    while (end + LEAST_WORDS <= words.length && places.has(keyOf(folded.slice(end, end + LEAST_WORDS)))) end++;
    if (end === start) continue;
    const last = end + LEAST_WORDS - 1;
    const own = words.slice(start, last);
    if (own.filter(([word]) => SMALL.test(word)).length >= LEAST_SMALL && !isList(text, own)) {
      const [offset, final] = [own[0]?.index ?? 0, own.at(-1)];
      found.push({ found: text.slice(offset, (final?.index ?? 0) + (final?.[0].length ?? 0)), offset });
    }
    start = last - 1;
  }
  return found;
}

/** Single words between commas are values to choose from. */
function isList(text: string, words: readonly RegExpExecArray[]): boolean {
  const gaps = words.slice(1).map(({ index }, at) => text.slice((words[at]?.index ?? 0) + (words[at]?.[0].length ?? 0), index));
  return gaps.filter((gap) => /[,;|/、，]/u.test(gap)).length > gaps.length / 2;
}

function keyOf(words: readonly string[]): string {
  return words.join(' ');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** The same offsets, with quotations blank that are the source's as a whole. */
function unquoted(text: string, known: ReadonlySet<string>): string {
  return text.replace(QUOTED, (all) => (wordsOf(all).every((word) => known.has(word)) ? '\uFFFC'.repeat(all.length) : all));
}
