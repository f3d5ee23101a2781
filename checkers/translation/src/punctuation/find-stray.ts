import { FUNCTION_WORDS } from '@preflag/readers/language';
import { ARTICLES } from './articles.ts';

/** A sign that breaks a sentence where it stands, and the words around it. */
export interface StraySign {
  readonly sign: string;
  readonly offset: number;
  readonly context: string;
  /** Some translators would set it. */
  readonly isDoubtful: boolean;
}

interface StrayPlace {
  readonly before: string;
  readonly after: string;
  /** Where the sign stands in the translation. */
  readonly index: number;
}

interface Pattern {
  readonly stray: Stray;
  /** A source that has the like has it for a reason. */
  readonly like: RegExp;
  /** Whether the word before the sign may not have it; absent for signs that no word has. */
  readonly isOdd?: (before: string, language: string) => boolean;
  /** Whether the words around the sign say that it may stand there. */
  readonly isFine?: (stray: StrayPlace, source: string, target: string) => boolean;
  /** People set such signs where the source has none, if seldom. */
  readonly isDoubtful?: true;
}

/** More of one kind in a text are its way of writing. */
const MOST_SIGNS = 100;

/** A whole word before a sign. */
const WORD = String.raw`(?<![\p{L}\p{M}])[\p{L}\p{M}]{1,60}`;
/** What stands before a question or a call that is none: no quotation, which may ask, and no other sign. */
const UNASKED = String.raw`[^\s?!؟？！"'“”„«»’]{0,59}[^\s?!؟？！"'“”„«»’,;:]`;
const LATER = String.raw`\s+[\p{L}\p{M}\p{N}][\p{L}\p{M}]{0,60}`;
const LOWER = String.raw` \p{Ll}[\p{L}\p{M}]{0,60}`;
const TOGETHER = String.raw`(?:and|or|to|but|und|oder|bis|bzw|sowie|als|en|of|och|eller|samt|og|ja|tai|sekä|että|eli|eikä|e|o|et|ou|y|u|i|a|lub|oraz|nebo|či|és|vagy|и|или|та|або)(?!\p{L})`;

interface Stray {
  /** Matches the sign alone, with the words before and after it in groups around. */
  readonly pattern: RegExp;
  /** Whether there may be any: signs are found fast, and what stands before them is not. */
  readonly may: RegExp;
}

const strayed = (before: string, sign: string, after: string, flags = 'gu'): Stray => ({
  pattern: new RegExp(`(?<=(${before}))(${sign})(?=(${after}))`, flags),
  may: new RegExp(`(?:${sign})(?=${after})`, flags.replace('g', '')),
});

const PATTERNS: readonly Pattern[] = [
  // Was he shot? and died. Fortis has? 85,000 employees.
  { stray: strayed(UNASKED, '[?؟？]+', LATER), like: /[?؟？;¿]/ },
  {
    stray: strayed(UNASKED, '[!！]+', LATER),
    like: /[!！¡]/,
    // It took the place of a full stop.
    isFine: ({ after }, source, target) => /^\s+\p{Lu}/u.test(after) && breaksIn(source) >= breaksIn(target),
  },
  { stray: strayed(WORD, '[_^~@]', String.raw`(?=[\s,.;:!?]|$)`), like: /[_^~@]/ },
  // Snow,_ ice; 49^ overs.
  { stray: strayed(String.raw`[^\s_^]{0,59}[\p{N},.;:)\]"'”’]`, '[_^]', String.raw`(?=\s)`), like: /[_^]/ },
  { stray: strayed(WORD, ',[-.;:?!]|;[,.?!]|:[,.;?!]', '.{0,20}'), like: /,[-.;:?!]|;[,.?!]|:[,.;?!]/ },
  // Not pre- and post-war, Vor- und Nachteile.
  {
    stray: strayed(WORD, '-', String.raw` (?!${TOGETHER})[\p{L}\p{N}][\p{L}\p{M}]{0,60}`, 'giu'),
    like: /[-–—] /,
    // Prefixes of Hebrew are one letter, with a hyphen before signs and numbers.
    isFine: ({ before }) => /^\p{Script=Hebrew}$/u.test(before),
  },
  // A full stop within a sentence; shorter words are abbreviations, but for those that every text is full of.
  { stray: strayed(String.raw`(?<![\p{L}\p{M}.])[\p{L}\p{M}]{5,60}`, String.raw`\.`, LOWER), like: /(?!)/, isFine: isNameOrLabel },
  {
    stray: strayed(String.raw`(?<![\p{L}\p{M}.])[\p{L}\p{M}]{2,4}`, String.raw`\.`, LOWER),
    like: /(?!)/,
    isOdd: (before, language) => FUNCTION_WORDS[language]?.has(before.toLowerCase()) ?? false,
    isFine: isNameOrLabel,
  },
  // Nothing stands between an article and its noun.
  {
    stray: strayed(WORD, '[,;:.]', String.raw` [\p{L}\p{N}][\p{L}\p{M}]{0,60}`),
    like: /(?!)/,
    isOdd: (before, language) => ARTICLES[language]?.has(before) ?? false,
  },
  // It was reported: that he came. A colon may stand for a dash, a semicolon, brackets or marks of quotation.
  { stray: strayed(WORD, ':', String.raw` [\p{L}\p{N}][\p{L}\p{M}]{0,60}`), like: /[:：;；؛—–()（）“”"„«»「」]| - /, isDoubtful: true },
  // It will rain in some areas of; Moscow. Where the source has any sign near the same place, a translator chose another one.
  {
    stray: strayed(WORD, '[;；؛]', String.raw` [\p{L}\p{N}][\p{L}\p{M}]{0,60}`),
    like: /[;；؛]/,
    isOdd: (_, language) => language !== 'el',
    // Nor are words for one thing in a label.
    isFine: ({ index }, source, target) => target.length < LONGEST_LABEL || hasSignNear(source, index / target.length),
    isDoubtful: true,
  },
  // You' may think so. Words that end in s have an apostrophe in some languages.
  {
    stray: strayed(String.raw`(?<![\p{L}\p{M}])[\p{L}\p{M}]{0,59}[^sxzß\P{L}]`, "['’]", LOWER),
    like: /['‘’‚`´](?!\p{L})|(?<!\p{L})['‘’‚`´]/u,
    isOdd: (_, language) => WITHOUT_LAST_APOSTROPHE.has(language),
    // It closes what an apostrophe opened: the type 'buffer' is.
    isFine: ({ index }, _, target) => /(?<![\p{L}\p{N}])['‘’‚][^'‘’‚]{1,80}$/u.test(target.slice(Math.max(0, index - 82), index)),
  },
];
/** Languages whose words do not end in an apostrophe, but for genitives of names in s. */
const WITHOUT_LAST_APOSTROPHE = new Set([
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'sv',
  'da',
  'nb',
  'no',
  'fi',
  'pl',
  'cs',
  'sk',
  'hu',
  'ro',
  'ru',
  'el',
]);

/**
 * Signs within the sentences of a translation that its source has no reason for.
 * @param language of the translation, ISO 639-1; without it, less is found
 */
export function findStray(source: string, target: string, language = ''): StraySign[] {
  const found = new Map<number, StraySign>();
  for (const { stray, like, isOdd, isFine, isDoubtful = false } of PATTERNS) {
    if (!stray.may.test(target) || like.test(source)) continue;
    for (const { index, 1: before = '', 2: sign = '', 3: after = '' } of target.matchAll(stray.pattern).take(MOST_SIGNS)) {
      if (isFine?.({ before, after, index }, source, target)) continue;
      if (!found.has(index) && !source.includes(`${before}${sign}`) && isOdd?.(before, language) !== false)
        found.set(index, { sign, offset: index, context: before + sign + after, isDoubtful });
    }
  }
  return [...found.values()].toSorted((a, b) => a.offset - b.offset);
}

const ANY_SIGN = /[,;:.!?–—…。、，；：।॥؛،()（）"“”„«»「」『』]| [-‑] /u;
/** Of the length of a text: 8,658 human translations have 42 semicolons of their own, 8 of them farther from any sign of the source. */
const NEAR = 0.12;

/** True where a text has a sign within or between its sentences near a place, which is a share of its length. */
function hasSignNear(text: string, share: number): boolean {
  let end = text.length;
  while (end > 0 && !/[\p{L}\p{N}]/u.test(text.charAt(end - 1))) end -= 1;
  const start = Math.max(0, Math.floor((share - NEAR) * text.length));
  const near = text.slice(start, Math.min(end, Math.ceil((share + NEAR) * text.length)));
  return near.search(ANY_SIGN) >= 0;
}

/** A sentence that begins with a word of the source, as it stands there, for names of functions and values have no capital; and labels. */
function isNameOrLabel({ after }: StrayPlace, source: string, target: string): boolean {
  // A label of few words, without a sign at its end, has abbreviations.
  if (target.length < LONGEST_LABEL && !/[.!?…:]\s*$/.test(target)) return true;
  const word = after.trim();
  return /^[a-z]{3,}$/.test(word) && new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').test(source);
}

const LONGEST_LABEL = 40;

/** Ends of sentences within a text. */
function breaksIn(text: string): number {
  return text.match(/[.!?…][)\]"'”’»]?\s+["'“„«(]?\p{Lu}/gu)?.length ?? 0;
}
