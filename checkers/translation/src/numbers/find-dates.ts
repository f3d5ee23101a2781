import { calendarWords } from './calendar-words.ts';
import { MOST_COMPARED } from './most-compared.ts';
import { hasDigit, toAscii } from './find-numbers.ts';

/** A date as it may be meant. Months are 1 to 12. */
export interface DateReading {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

export interface WrittenDate {
  readonly text: string;
  /** UTF-16 units from the start. */
  readonly offset: number;
  /** Several where the order of day and month is open. */
  readonly readings: readonly DateReading[];
  readonly isNumeric: boolean;
  /** The order of its numbers is not that of the language: the only way to read it is another. */
  readonly isOutOfOrder: boolean;
}

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const YEAR_FIRST = /(?<![\d./-])(\d{4})([-/]|\.\s?|\s?[年년]\s?)(\d{1,2})(?:\2|\s?[月월]\s?)(\d{1,2})(?![\d]|[./-]\d)(?:\s?[日일])?/g;
const YEAR_LAST =
  /(?<![\d./-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})(?![\d]|[./-]\d)|(?<![\d./-])(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\d]|[./-]\d)/g;
/** What both have, and few texts. */
const NUMERIC = /\d(?:[-/.]\s?|\s?[年년]\s?)\d/;
/** What may stand between a day and its month: an ordinal's ending, and a short word (de, of, ta'). */
const DAY_BEFORE = /(?<![\d.,:/-])(\d{1,2})(?:\p{L}{1,3}|[.ºª°]|[-–]\p{L}{1,3})?\s{0,2}(?:\p{L}{1,3}[’']?\s{0,2})?$/u;
const DAY_AFTER = /^\.?\s{0,2}(?:den\s)?(\d{1,2})(?![\d]|[:.,/-]\d)(?:\p{L}{1,2}(?!\p{L}))?/u;
const YEAR_AFTER = /^[.,]?\s{0,2}(?:\p{L}{1,3}\.?\s)?([12]\d{3})(?![\d]|[.,]\d)/u;
/** `3月5日` before which a year may stand. */
const YEAR_BEFORE = /([12]\d{3})\s?[年년,]?\s{0,2}$/u;

/** Dates with a month and a day or a year, in digits of any script, in order; no more than one beyond {@link MOST_COMPARED}. `language` (BCP 47) names the months and orders digits. */
export function findDates(text: string, language: string | undefined): WrittenDate[] {
  if (!hasDigit(text)) return [];
  const plain = toAscii(text);
  const order = dateOrder(language);
  const found: WrittenDate[] = [];
  const add = (offset: number, length: number, readings: readonly DateReading[], more: object = {}): void => {
    if (found.length > MOST_COMPARED) return;
    const valid = readings.filter(isValid);
    if (valid.length > 0 && !found.some((one) => offset < one.offset + one.text.length && one.offset < offset + length))
      found.push({ text: text.slice(offset, offset + length), offset, readings: valid, isNumeric: true, isOutOfOrder: false, ...more });
  };
  const isNumeric = NUMERIC.test(plain);
  for (const { 0: all, 1: year, 3: month, 4: day, index } of isNumeric ? plain.matchAll(YEAR_FIRST) : [])
    add(index, all.length, [{ year: Number(year), month: Number(month), day: Number(day) }]);
  for (const { 0: all, index, ...parts } of isNumeric ? plain.matchAll(YEAR_LAST) : []) {
    const [a, b, year] = [Number(parts[1] ?? parts[5]), Number(parts[3] ?? parts[6]), Number(parts[4] ?? parts[7])];
    const [dayFirst, monthFirst] = [
      { year, month: b, day: a },
      { year, month: a, day: b },
    ];
    const [own, other] = order === 'mdy' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
    const isOpen = order === undefined || order === 'ymd';
    add(index, all.length, isOpen ? [own, other] : isValid(own) ? [own] : [other], { isOutOfOrder: !isOpen && !isValid(own) });
  }
  for (const date of namedDates(plain, language)) add(date.offset, date.length, [date.reading], { isNumeric: false });
  return found.toSorted((a, b) => a.offset - b.offset);
}

interface NamedDate {
  readonly offset: number;
  readonly length: number;
  readonly reading: DateReading;
}

function* namedDates(text: string, language: string | undefined): Generator<NamedDate> {
  const words = calendarWords(language, 'month', false);
  for (const { name, index } of words?.find(text) ?? []) {
    const month = words?.valueOf(name);
    if (month === undefined) continue;
    const [before, after] = [text.slice(Math.max(0, index - 16), index), text.slice(index + name.length, index + name.length + 24)];
    const [dayBefore, dayAfter] = [DAY_BEFORE.exec(before), dayIn(after, name)];
    const day = dayBefore ?? dayAfter;
    const rest = dayBefore || !dayAfter ? after : after.slice(dayAfter[0].length);
    // Where a sign ends the month, the year comes first.
    const [yearAfter, yearBefore] = [/[月월]$/u.test(name) ? null : YEAR_AFTER.exec(rest), YEAR_BEFORE.exec(before)];
    const year = yearAfter ?? yearBefore;
    if (!day && !year) continue;
    const start = index - (dayBefore?.[0].length ?? yearBefore?.[0].length ?? 0);
    const end = index + name.length + (after.length - rest.length) + (yearAfter?.[0].length ?? 0);
    yield {
      offset: start,
      length: end - start,
      reading: { month, ...(day && { day: Number(day[1]) }), ...(year && { year: Number(year[1]) }) },
    };
  }
}

/** `March 5`, `3月5日`; where a name ends in a sign or a digit of its own, a number alone is no day. */
function dayIn(after: string, name: string): RegExpExecArray | null {
  return /[月월]$/u.test(name) ? /^\s?(\d{1,2})\s?[日일]/u.exec(after) : DAY_AFTER.exec(after);
}

function isValid({ month, day = 1 }: DateReading): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const orders = new Map<string, DateOrder | undefined>();

/** The order of numbers in a date by CLDR. `undefined` where it is not known, or the countries of a language differ and none is named. */
export function dateOrder(language: string | undefined): DateOrder | undefined {
  if (language === undefined) return undefined;
  if (!orders.has(language)) orders.set(language, readOrder(language.replaceAll('_', '-')));
  return orders.get(language);
}

function readOrder(tag: string): DateOrder | undefined {
  try {
    const locale = new Intl.Locale(tag);
    if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) return undefined;
    if (locale.region === undefined && locale.language === 'en') return undefined;
    const parts = new Intl.DateTimeFormat(locale, { calendar: 'gregory', year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(
      0,
    );
    const order = parts.flatMap(({ type }) => (['year', 'month', 'day'].includes(type) ? [type.charAt(0)] : [])).join('');
    return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : undefined;
  } catch {
    return undefined;
  }
}
