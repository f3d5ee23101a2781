/** Words that multiply the number before them, in the languages that write them so. Short forms end at a word's end. */
const SCALES: readonly (readonly [factor: number, words: string])[] = [
  [
    1e3,
    'thousand|tausend|tsd\\.?|mille|milliers?|mil|mila|duizend|tys\\.?|tysi[ąę]c\\p{L}*|tisíc\\p{L}*|тыс\\.?|тысяч\\p{L}*|тис\\.?|тисяч\\p{L}*|tusen|tusind|tuhat\\p{L}*|tuhan\\p{L}*|bin|ribu|k|हज़ार|हजार|ألف|آلاف|พัน|천|千',
  ],
  [1e4, '万|萬|만|หมื่น'],
  [1e5, 'lakhs?|लाख|แสน'],
  [
    1e6,
    'millions?|mn\\.?|mio\\.?|millionen|millón|millones|millóns|milhão|milhões|milhóns|milion\\p{L}*|milión\\p{L}*|milioane|miljoen|miljon\\p{L}*|mln\\.?|млн\\.?|миллион\\p{L}*|мільйон\\p{L}*|millioner|miljoona\\p{L}*|milj\\.?|milyon|juta|m|मिलियन|مليون|ملايين|ล้าน|백만|百万|百萬',
  ],
  [1e7, 'crores?|करोड़|करोड|천만|千万|千萬'],
  [1e8, '億|亿|억'],
  [
    1e9,
    'billions?|bn\\.?|milliarden?|mrd\\.?|milliards?|mil millones|mil milhões|mil millóns|bilhão|bilhões|miliard\\p{L}*|miliárd\\p{L}*|miljard\\p{L}*|mld\\.?|млрд\\.?|миллиард\\p{L}*|мільярд\\p{L}*|milliarder|milyar|miliar|अरब|बिलियन|مليار\\p{L}*|พันล้าน|십억|十億|十亿',
  ],
  [
    1e12,
    'trillions?|billion(?:en)?|billones|billón|billions?|bilion\\p{L}*|трлн\\.?|триллион\\p{L}*|biljoen|biljon\\p{L}*|trilyun|triliun|trilyon|兆|조',
  ],
];

const PATTERNS = SCALES.map(([factor, words]) => [factor, new RegExp(`^[\\s\\u00A0\\u202F-]?(?:${words})(?![\\p{Ll}\\d])`, 'iu')] as const);
/** Scripts in which the word may be followed by a letter. */
const SPACELESS = SCALES.map(
  ([factor, words]) =>
    [
      factor,
      new RegExp(
        `^[\\s\\u00A0]?(?:${
          words
            .split('|')
            .filter((word) => /^[\u0E00-\u0E7F\u4E00-\u9FFF\uAC00-\uD7AF]+$/.test(word))
            .join('|') || '(?!)'
        })`,
        'u',
      ),
    ] as const,
);

/** Patterns by the letters that their words begin with. */
const BY_LETTER = new Map<string, (readonly [factor: number, pattern: RegExp])[]>();
for (const [at, [, words]] of SCALES.entries())
  for (const letter of new Set(words.split('|').map((word) => word.charAt(0))))
    BY_LETTER.set(letter, [...(BY_LETTER.get(letter) ?? []), ...[PATTERNS[at], SPACELESS[at]].filter((one) => one !== undefined)]);

/** The factors that the words after a number stand for (a billion is 10^9 or 10^12), and the length of the longest of them. */
export function scaleAfter(text: string): { readonly factors: readonly number[]; readonly length: number } {
  const head = text.slice(0, 24);
  const letter = /^[\s\u00A0\u202F-]?(\p{L})/u.exec(head)?.[1]?.toLowerCase() ?? '';
  const found = (BY_LETTER.get(letter) ?? []).flatMap(([factor, pattern]) => {
    const length = pattern.exec(head)?.[0].length;
    return length === undefined ? [] : [{ factor, length }];
  });
  return { factors: [...new Set(found.map(({ factor }) => factor))], length: Math.max(0, ...found.map(({ length }) => length)) };
}
