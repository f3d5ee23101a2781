export interface Repetition {
  /** `loop`: a word or phrase again and again; `double`: one word twice with nothing but white space between. */
  readonly kind: 'loop' | 'double';
  readonly offset: number;
  readonly length: number;
  /** What is repeated. */
  readonly unit: string;
  readonly times: number;
}

interface Token {
  readonly word: string;
  readonly offset: number;
  readonly end: number;
  /** A sign of a script that is written without spaces. */
  readonly isSign: boolean;
}

/** Scripts without spaces are read sign by sign, others word by word. */
const SPACELESS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const IS_SIGN = new RegExp(`^[${SPACELESS}]$`, 'u');
const LETTERS = String.raw`[[\p{L}\p{M}\p{N}]--[${SPACELESS}]]+`;
const TOKEN = new RegExp(String.raw`[${SPACELESS}]|${LETTERS}(?:['’‑–\-]${LETTERS})*`, 'gv');
/** The same for texts without such signs, in half the time. */
const [MAY_HAVE_SIGNS, WORDS] = [/[\u0E00-\u109F\u1780-\u19FF\u2E80-\uFFFF]/, /[\p{L}\p{M}\p{N}]+(?:['’‑–-][\p{L}\p{M}\p{N}]+)*/gu];
/** A word or a year; single letters and small numbers stand in rows and lists. */
const IS_WORD = /\p{L}{2}|\d{4}/u;
/** Longer phrases are sentences, and sentences repeat in forms and refrains. */
const LONGEST_PHRASE = 12;
const [LEAST_TIMES, LEAST_TIMES_OF_SIGNS, LEAST_TIMES_OF_ONE_SIGN] = [3, 4, 6];

/** The first loop of a text, of `least` times and more; else its first doubled word. Linear in the text. */
export function findLoop(text: string, least: number = LEAST_TIMES): Repetition | undefined {
  const token = MAY_HAVE_SIGNS.test(text) ? TOKEN : WORDS;
  if (!mayRepeat(text.toLowerCase().match(token) ?? [], least)) return token === TOKEN ? doubledSigns(text) : undefined;
  const tokens = Array.from(text.matchAll(token), ({ 0: word, index }): Token => ({
    word: word.toLowerCase(),
    offset: index,
    end: index + word.length,
    isSign: IS_SIGN.test(word),
  }));
  for (let period = 1; period <= Math.min(LONGEST_PHRASE, tokens.length / 2); period++) {
    const loop = loopOf(text, tokens, period, least);
    if (loop) return loop;
  }
  return doubledWord(text, tokens) ?? doubledSigns(text);
}

/** False where no word comes twice in a row and no phrase often enough. */
function mayRepeat(words: readonly string[], least: number): boolean {
  for (let period = 1; period <= Math.min(LONGEST_PHRASE, words.length / 2); period++) {
    let same = 0;
    for (let index = period; index < words.length; index++) {
      same = words[index] === words[index - period] ? same + 1 : 0;
      if (same >= (period === 1 ? 1 : period * (least - 1))) return true;
    }
  }
  return false;
}

/** Two signs are doubled on purpose (研究研究), and more in hiragana (ゆらりゆらり); Thai doubles words with a mark of its own. */
const DOUBLED_SIGNS = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{3,12})\1/u;

function doubledSigns(text: string): Repetition | undefined {
  const found = DOUBLED_SIGNS.exec(text);
  const [both = '', unit = ''] = found ?? [];
  if (!found || /^\p{Script=Hiragana}+$/u.test(unit)) return undefined;
  return { kind: 'double', offset: found.index, length: both.length, unit, times: 2 };
}

function loopOf(text: string, tokens: readonly Token[], period: number, least: number): Repetition | undefined {
  let same = 0;
  for (let index = period; index <= tokens.length; index++) {
    if (index < tokens.length && tokens[index]?.word === tokens[index - period]?.word) {
      same += 1;
      continue;
    }
    const times = Math.floor(same / period) + 1;
    const unit = times < least ? [] : tokens.slice(index - period - same, index - same);
    if (unit.length > 0 && times >= leastTimes(unit, least) && unit.some(({ word, isSign }) => isSign || IS_WORD.test(word))) {
      const [start, end] = [unit[0]?.offset ?? 0, tokens[index - 1]?.end ?? 0];
      return { kind: 'loop', offset: start, length: end - start, unit: text.slice(start, unit.at(-1)?.end), times };
    }
    same = 0;
  }
  return undefined;
}

function leastTimes(unit: readonly Token[], least: number): number {
  if (!unit.every(({ isSign }) => isSign)) return least;
  return unit.length === 1 ? LEAST_TIMES_OF_ONE_SIGN : LEAST_TIMES_OF_SIGNS;
}

function doubledWord(text: string, tokens: readonly Token[]): Repetition | undefined {
  for (const [index, { word, offset, end, isSign }] of tokens.entries()) {
    const before = tokens[index - 1];
    if (isSign || before?.word !== word || !IS_WORD.test(word)) continue;
    // White space alone, or the same closing mark behind both.
    const [, mark] = /^([)\]”"]?)\s{1,3}$/.exec(text.slice(before.end, offset)) ?? [];
    if (mark === undefined || !text.startsWith(mark, end)) continue;
    return { kind: 'double', offset: before.offset, length: end - before.offset, unit: text.slice(offset, end), times: 2 };
  }
  return undefined;
}
