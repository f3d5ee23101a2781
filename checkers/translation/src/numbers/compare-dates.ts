import { calendarWords } from './calendar-words.ts';
import { MOST_COMPARED } from './most-compared.ts';
import { findDates, type DateReading, type WrittenDate } from './find-dates.ts';

export type DateGap =
  | { readonly kind: 'changed' | 'copied' | 'order' | 'untranslated'; readonly found: WrittenDate; readonly expected?: WrittenDate }
  | { readonly kind: 'month' | 'weekday'; readonly found: NamedValue; readonly expected: NamedValue };

interface NamedValue {
  readonly text: string;
  readonly offset: number;
  readonly value: number;
}

interface Side {
  readonly text: string;
  /** BCP 47. */
  readonly language: string | undefined;
}

/** What differs between the dates of a text and those of its translation. Days and years alone are those of number-changed. */
export function compareDates(source: Side, target: Side): DateGap[] {
  const [left, right] = [findDates(source.text, source.language), findDates(target.text, target.language)];
  if (Math.max(left.length, right.length) > MOST_COMPARED) return [];
  const foreign = left.length === 0 ? [] : untranslatedDates(source, target, right);
  const openLeft = left.filter((date) => !right.some((other) => isSame(date, other)));
  const openRight = right.filter((date) => !left.some((other) => isSame(date, other)));
  const changed = openLeft.flatMap((expected): DateGap[] => {
    const index = openRight.findIndex((other) => !other.isOutOfOrder && differsInMonth(expected, other));
    const [found] = index < 0 ? [] : openRight.splice(index, 1);
    if (!found) return [];
    // The same digits in a language that reads them otherwise.
    return [{ kind: found.isNumeric && found.text === expected.text ? 'copied' : 'changed', found, expected }];
  });
  const order = right.filter(({ isOutOfOrder }) => isOutOfOrder).map((found): DateGap => ({ kind: 'order', found }));
  const gaps = [...foreign, ...changed, ...order];
  if (gaps.length > 0) return gaps;
  return [...namesChanged(source, target, 'month', right), ...namesChanged(source, target, 'weekday', [])];
}

/** Dates left in the words of the source: the translation's own language does not read them. */
function untranslatedDates(source: Side, target: Side, right: readonly WrittenDate[]): DateGap[] {
  return findDates(target.text, source.language)
    .filter(({ isNumeric, offset, text }) => {
      const isOwn = right.some((own) => own.offset < offset + text.length && offset < own.offset + own.text.length);
      // Short names stand in the formats of logs and mails, which all languages share.
      return (
        !isNumeric &&
        !isOwn &&
        hasLongName(text, source.language) &&
        source.text.includes(text) &&
        calendarWords(target.language, 'month', true) !== undefined
      );
    })
    .map((found) => ({ kind: 'untranslated', found }));
}

function hasLongName(text: string, language: string | undefined): boolean {
  return (calendarWords(language, 'month', true)?.find(text).length ?? 0) > 0;
}

/** Years of the Thai calendar run ahead. */
const BUDDHIST = 543;

function isSame(a: WrittenDate, b: WrittenDate): boolean {
  return a.readings.some((one) =>
    b.readings.some((other) => one.month === other.month && agrees(one.day, other.day) && isSameYear(one, other)),
  );
}

function agrees(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function isSameYear({ year: a }: DateReading, { year: b }: DateReading): boolean {
  return (
    agrees(a, b) ||
    (a ?? 0) + BUDDHIST === b ||
    (b ?? 0) + BUDDHIST === a ||
    ((a ?? 0) % 100 === (b ?? 0) % 100 && Math.min(a ?? 0, b ?? 0) < 100)
  );
}

/** The month is another, or took the place of the day; the rest says that it is the same date. */
function differsInMonth(a: WrittenDate, b: WrittenDate): boolean {
  return a.readings.every((one) =>
    b.readings.every((other) => {
      if (one.month === other.month) return false;
      const isSwapped = one.month === other.day && one.day === other.month;
      const hasDay = one.day !== undefined && other.day !== undefined;
      const hasYear = one.year !== undefined && other.year !== undefined;
      return (isSwapped || !hasDay || one.day === other.day) && (!hasYear || isSameYear(one, other)) && (hasDay || hasYear);
    }),
  );
}

/** One name went, and another came; where only one of the two is so, words that look like names are the reason. */
function namesChanged(source: Side, target: Side, kind: 'month' | 'weekday', dates: readonly WrittenDate[]): DateGap[] {
  const left = namesIn(source, kind);
  const right = left.length === 0 ? [] : namesIn(target, kind);
  if (right.length === 0 || Math.max(left.length, right.length) > MOST_COMPARED) return [];
  const inDates = new Set(dates.flatMap(({ readings }) => readings.map(({ month }) => month)));
  const gone = left.filter(({ value }) => !inDates.has(value) && !right.some((other) => other.value === value));
  const fresh = right.filter(({ value }) => !left.some((other) => other.value === value));
  const [expected, found] = [gone[0], fresh[0]];
  return expected && found && gone.length === 1 && fresh.length === 1 ? [{ kind, expected, found }] : [];
}

function namesIn({ text, language }: Side, kind: 'month' | 'weekday'): NamedValue[] {
  const words = calendarWords(language, kind, true);
  if (!words) return [];
  return words.find(text).flatMap(({ name, index }) => {
    const value = words.valueOf(name);
    return value === undefined || isWord(name, language) ? [] : [{ text: name, offset: index, value }];
  });
}

/** `march` and `may` are words of their own, and in Romanian `mai` is: more. */
function isWord(name: string, language: string | undefined): boolean {
  if (language?.startsWith('en')) return /^\p{Ll}/u.test(name);
  return /^ro\b/.test(language ?? '') && name === 'mai';
}
