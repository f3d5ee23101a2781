/**
 * Names the encoding that bytes which are no UTF-8 are most likely written in, for a hint: a person decides. An encoding is out where it
 * cannot decode the bytes; the others are told by what their letters look like beside each other.
 */
export function guessEncoding(sample: Uint8Array): string {
  let best = { encoding: 'windows-1252', score: Number.NEGATIVE_INFINITY };
  for (const [encoding, script] of CANDIDATES) {
    const score = scoreOf(sample, encoding, script);
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

interface Script {
  readonly letters: RegExp;
  /** The letters that are most frequent in it. */
  readonly common: RegExp;
}

const LATIN: Script = { letters: /[\u00C0-\u017F]/u, common: /[\u00C0-\u00FF]/u };
const CYRILLIC: Script = { letters: /\p{Script=Cyrillic}/u, common: /[оеаинтсрвлкм]/iu };
const CHINESE: Script = { letters: /\p{Script=Han}/u, common: /[的一是不了人在有中大国國地市年月日上公司省区區和文名]/u };
const JAPANESE: Script = {
  letters: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  common: /[\p{Script=Hiragana}\p{Script=Katakana}日本東京大人年月市県名]/u,
};

/** Western first: of equals, the first wins. */
const CANDIDATES: readonly (readonly [encoding: string, script: Script])[] = [
  ['windows-1252', LATIN],
  ['windows-1250', LATIN],
  ['windows-1251', CYRILLIC],
  ['windows-1253', { letters: /\p{Script=Greek}/u, common: /[αοιετσςνηρπκ]/iu }],
  ['windows-1255', { letters: /\p{Script=Hebrew}/u, common: /[יוהלאתמרשנב]/u }],
  ['windows-1256', { letters: /\p{Script=Arabic}/u, common: /[اليمونرتبة]/u }],
  ['koi8-r', CYRILLIC],
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  ['gb18030', CHINESE],
  ['big5', CHINESE],
  ['euc-kr', { letters: /\p{Script=Hangul}/u, common: /[이다가는에의한로고시동도지대사수인기서구]/u }],
];

const LONGEST_SAMPLE = 1 << 14;
const WORD = /[\p{L}\u0080-\uFFFF]+/gu;

/** The share of words beyond ASCII that look like words of the script. */
function scoreOf(sample: Uint8Array, encoding: string, script: Script): number {
  let text: string;
  try {
    // The last character of a sample may be cut off.
    text = new TextDecoder(encoding, { fatal: true }).decode(sample.subarray(0, LONGEST_SAMPLE), { stream: true });
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
  const words = (text.match(WORD) ?? []).filter((word) => /[\u0080-\uFFFF]/.test(word));
  const scores = words.map((word) => wordScore(word, script));
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/**
 * Latin words hold few letters with accents among those of ASCII; words of other scripts hold none of ASCII. A capital letter behind a small
 * one is odd in both.
 */
function wordScore(word: string, { letters, common }: Script): number {
  const all = Array.from(word);
  const high = all.filter((letter) => letter > '\u007F');
  if (!high.every((letter) => letters.test(letter))) return -1;
  if (/\p{Ll}\p{Lu}/u.test(word)) return ODD;
  const frequent = high.filter((letter) => common.test(letter)).length / high.length;
  // Half a word of letters with accents is no word.
  if (letters === LATIN.letters && all.length > 2 && high.length * 2 > all.length) return ODD;
  return high.length < all.length && letters !== LATIN.letters ? ODD : 0.5 + 0.5 * frequent;
}

const ODD = -0.5;
