/** How many words a text has. Tools disagree on compounds and on scripts without spaces, so there are two counts. */
export interface WordCount {
  /** What white space separates; in scripts without spaces, words of the dictionary (UAX 29 as `Intl.Segmenter` has it). */
  readonly fewest: number;
  /** The parts of compounds too (`e-mail` are two), and each ideograph or kana. */
  readonly most: number;
}

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}]/u;
/** Letters and digits without anything between them. */
const PLAIN = /^[^\p{L}\p{M}\p{N}]*[\p{L}\p{Nd}]+[^\p{L}\p{M}\p{N}]*$/u;

/** The same in ASCII, which is found faster. */
const ASCII = /^[A-Za-z0-9]+[.,;:!?)"]*$/;

/** Made for the first token that must be cut up: most texts have none, and the tables behind it take 10 ms to load. */
let segmenter: Intl.Segmenter | undefined;

/** Counts the words of a text: numbers count, punctuation and symbols alone do not. */
export function countWords(text: string): WordCount {
  let [fewest, most] = [0, 0];
  for (const token of text.split(/[\s\uFFFC]+/u)) {
    if (ASCII.test(token)) {
      fewest += 1;
      most += 1;
      continue;
    }
    if (!WORD.test(token)) continue;
    // One word by every count; most are, and cutting up a token takes long.
    if (PLAIN.test(token) && !SPACELESS.test(token)) {
      fewest += 1;
      most += 1;
      continue;
    }
    const isSpaceless = SPACELESS.test(token);
    segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
    let parts = 0;
    for (const { segment, isWordLike } of segmenter.segment(token)) {
      if (!isWordLike) continue;
      parts += 1;
      most += isSpaceless && SPACELESS.test(segment) ? Array.from(segment).length : 1;
    }
    fewest += isSpaceless ? parts : 1;
    if (parts === 0) most += 1;
  }
  return { fewest, most };
}

/** Counts together. */
export function addCounts(counts: readonly WordCount[]): WordCount {
  return counts.reduce((sum, { fewest, most }) => ({ fewest: sum.fewest + fewest, most: sum.most + most }), { fewest: 0, most: 0 });
}
