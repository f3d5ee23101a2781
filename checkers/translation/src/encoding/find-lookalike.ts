/** A letter of another script than the rest of its word, which looks like one of that script. */
export interface Lookalike {
  readonly letter: string;
  readonly offset: number;
}

/** Letters of Latin, Cyrillic and Greek that are drawn alike. */
const LATIN = /^[aceijopsxyABCEHIJKMNOPSTXYZv]$/;
const CYRILLIC = /^[асеіјорѕхуАВСЕНІЈКМОРЅТХУ]$/;
const GREEK = /^[ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]$/;
/** Not right behind a placeholder or an option: `%sНет`, `-cЗНАК`. */
const WORD = /(?<![\p{L}\p{M}\p{N}%\\*-])[\p{L}\p{M}]{4,60}/gu;
const CYRILLIC_OR_GREEK = /[\u0370-\u052F\u1C80-\u1C8F\u1F00-\u1FFF\u2DE0-\u2DFF\uA640-\uA69F]/;
const ANY_MIX =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|\p{Script=Cyrillic}[\p{Script=Latin}\p{Script=Greek}]|\p{Script=Greek}[\p{Script=Latin}\p{Script=Cyrillic}]/u;

/** The first such letter of a text: `Cтоимость` with a Latin C. Not endings behind a name of two letters and more (`PCом`, `Appleн`). */
export function findLookalike(text: string): Lookalike | undefined {
  if (!CYRILLIC_OR_GREEK.test(text) || !ANY_MIX.test(text)) return undefined;
  // A placeholder of printf ends in a letter: `%-10sНет`.
  const bare = text.replace(/%[-+ #0\d$*.]{0,12}[a-zA-Z]/g, (placeholder) => '%'.repeat(placeholder.length));
  for (const { 0: word, index } of bare.matchAll(WORD)) {
    const stray = strayLetter(word);
    if (stray !== undefined) return { letter: word.charAt(stray), offset: index + stray };
  }
  return undefined;
}

/** Where the first letter stands that is of the rarer script, if all of that script in the word look like the other. */
function strayLetter(word: string): number | undefined {
  const scripts = Array.from(word, scriptOf);
  const [first, second, ...others] = [...new Set(scripts.filter((script) => script !== undefined))];
  if (!first || !second || others.length > 0) return undefined;
  const count = (script: Script): number => scripts.filter((own) => own === script).length;
  const rare = count(first) < count(second) ? first : second;
  const runs = scripts.filter((script, at) => script !== scripts[at - 1]).length;
  if (count(first) === count(second) || (runs === 2 && count(rare) > 1)) return undefined;
  const isAlike = ALIKE[rare];
  return Array.from(word).every((letter, at) => scripts[at] !== rare || isAlike.test(letter)) ? scripts.indexOf(rare) : undefined;
}

type Script = 'Latin' | 'Cyrillic' | 'Greek';
const ALIKE: Readonly<Record<Script, RegExp>> = { Latin: LATIN, Cyrillic: CYRILLIC, Greek: GREEK };

function scriptOf(letter: string): Script | undefined {
  if (/\p{Script=Latin}/u.test(letter)) return 'Latin';
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'Cyrillic';
  return /\p{Script=Greek}/u.test(letter) ? 'Greek' : undefined;
}
