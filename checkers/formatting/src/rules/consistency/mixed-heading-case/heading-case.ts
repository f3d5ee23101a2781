/** A word shorter than this is small in titles too. */
const SHORTEST = 4;
const SMALL = new Set([
  'with',
  'from',
  'into',
  'over',
  'upon',
  'than',
  'that',
  'when',
  'your',
  'onto',
  'near',
  'like',
  'past',
  'plus',
  'till',
]);

/**
 * How an English heading is written: `title` where each word that counts has a capital, `sentence` where none but the first has one.
 * `undefined` where it cannot be told, for names and abbreviations have capitals in both.
 *
 * @param names words that have a capital in the middle of the text's sentences, too
 */
export function headingCase(prose: string, names: ReadonlySet<string> = new Set()): 'title' | 'sentence' | undefined {
  const text = prose.replace(/^\s*(?:[A-Z]|[\dIVX]+)(?:\.[\dA-Z]+)*[.):]?\s+/u, '');
  if (text === text.toUpperCase()) return undefined;
  // The first word of the heading, and behind a colon or a question mark, has a capital in both.
  const words = text.split(/[:?!.–—]\s+|\s-\s/u).flatMap((part) => (part.match(/[\p{L}\p{N}'’\uFFFC&-]+/gu) ?? []).slice(1));
  const counted = words.filter(
    (word) => word.length >= SHORTEST && !SMALL.has(word.toLowerCase()) && /^\p{L}[\p{Ll}'’-]*$/u.test(word) && !names.has(word),
  );
  const capitals = counted.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (capitals === counted.length && capitals >= 2) return 'title';
  return capitals === 0 && counted.length >= 1 ? 'sentence' : undefined;
}

const WITHIN = /(?<=[\p{Ll}\d,;)] )\p{Lu}[\p{Ll}'’-]{3,}/gu;

/** The words that have a capital in the middle of sentences: names. */
export function namesIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.match(WITHIN) ?? []).flatMap((word) => [word, word.replace(/['’]s$/, '')]));
}
