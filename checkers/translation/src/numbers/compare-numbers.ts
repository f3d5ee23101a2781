import type { WrittenNumber } from './find-numbers.ts';
import { findNumbers, hasDigit } from './find-numbers.ts';
import { isSpelled } from './spelled-numbers.ts';
import { monthsIn } from './months.ts';

export interface NumberGap {
  /** Numbers of the source that the target does not have, in digits, words, months or Roman numerals. */
  readonly missing: readonly WrittenNumber[];
  /** Numbers of the target that the source does not have. */
  readonly extra: readonly WrittenNumber[];
}

interface Side {
  readonly text: string;
  /** ISO 639-1. */
  readonly language: string;
}

/** Compares the numbers of a text with those of its translation. `undefined` when all of them are accounted for. */
export function compareNumbers(source: Side, target: Side): NumberGap | undefined {
  if (!hasDigit(source.text) && !hasDigit(target.text)) return undefined;
  const [left, right] = [findNumbers(source.text), findNumbers(target.text)];
  const [leftOpen = [], open = []] = withoutEqual(left, right);
  const missing = leftOpen.filter((number) => {
    const at = open.findIndex((other) => isSame(number, other, target.language));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  const extra = open.filter((number) => !left.some((other) => isSame(other, number, target.language)) && !isElsewhere(number, source));
  const gone = missing.filter((number) => !right.some((other) => isSame(number, other, target.language)) && !isElsewhere(number, target));
  // A zero need not be said, but is changed where another number stands in its place.
  const zero = extra.length > gone.length ? missing.find(({ text }) => /^0+$/.test(text)) : undefined;
  if (zero && !gone.includes(zero)) gone.push(zero);
  return gone.length + extra.length === 0 ? undefined : { missing: gone, extra };
}

/** Beyond this many differing numbers two texts do not belong together, and more findings would not help. */
const MOST = 500;

/** What is left of both sides when numbers of the same first value are paired. */
function withoutEqual(left: readonly WrittenNumber[], right: readonly WrittenNumber[]): WrittenNumber[][] {
  const first = ({ values }: WrittenNumber): number => values[0] ?? 0;
  return [left, right].map((own, side) => {
    const counts = new Map<number, number>();
    for (const number of side === 0 ? right : left) counts.set(first(number), (counts.get(first(number)) ?? 0) + 1);
    return own.filter((number) => !take(counts, first(number))).slice(0, MOST);
  });
}

/** Counts a value down; false when there is none left. */
function take(counts: Map<number, number>, value: number): boolean {
  const count = counts.get(value) ?? 0;
  if (count > 0) counts.set(value, count - 1);
  return count > 0;
}

function isSame(source: WrittenNumber, target: WrittenNumber, language: string): boolean {
  return source.values.some((a) =>
    target.values.some((b) => a === b || isRelated(a, b) || isRelated(b, a) || (language === 'th' && b === a + BUDDHIST)),
  );
}

/** Years of the Thai calendar run ahead. */
const BUDDHIST = 543;

/** The year 97 of 1997, the 19th century of the 1800s. */
function isRelated(a: number, b: number): boolean {
  return a >= 10 && a <= 99 && b >= 1000 && b <= 2099 && (b % 100 === a || b === a * 100 || b === (a - 1) * 100);
}

/** Said in another way: in words, as a month, in Roman numerals; zero minutes are not said at all. */
function isElsewhere({ values, text }: WrittenNumber, { text: other, language }: Side): boolean {
  if (/^0+$/.test(text)) return true;
  const [value = 0] = values;
  return values.some((one) => isSpelled(one, other, language)) || monthsIn(other, language).has(value) || romansIn(other).has(value);
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function romansIn(text: string): Set<number> {
  return new Set(
    Array.from(text.matchAll(/(?<![\p{L}])[IVXLC]+(?![\p{Lu}])/gu), ([numeral]) =>
      Array.from(numeral, (sign) => ROMAN[sign] ?? 0).reduce(
        (sum, value, index, all) => sum + (value < (all[index + 1] ?? 0) ? -value : value),
        0,
      ),
    ),
  );
}
