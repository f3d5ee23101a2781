import type { TableRow } from '@preflag/readers';
import {
  HAS_ANY_LETTER,
  HAS_COLON,
  HAS_COMMA,
  HAS_DIGIT,
  HAS_DOT,
  HAS_E,
  HAS_HIGH,
  HAS_MINUS,
  HAS_PLUS,
  HAS_SIGN,
  HAS_SLASH,
  HAS_SPACE,
  HAS_SUSPECT,
  IS_QUOTED,
} from '@preflag/readers/tables';
import { threeLetters } from './first-letters.ts';

/** How the value of a cell is written, as a number; columns count how often each occurs. */
export const TEXT = 0;
/** A word for a missing value: NULL, n/a, a dash. */
export const MISSING = 1;
/** Plain numbers: up to three digits, or more, before the point; without and with digits behind it. */
export const SHORT = 2;
export const LONG = 3;
export const SHORT_FRACTION = 4;
export const LONG_FRACTION = 5;
/** A number in scientific notation. */
export const SCIENTIFIC = 6;
/** Digits with zeros before them. */
export const ZERO_LED = 7;
/** `1,234.50`, `1 234`: thousands are parted. */
export const GROUPED = 8;
/** `12,5`, `1.234,50`: a decimal comma. */
export const COMMA = 9;
export const CURRENCY = 10;
export const PERCENT = 11;
/** `2024-01-31`, with or without a time. */
const YEAR_DASH = 12;
const YEAR_SLASH = 13;
/** Day and month, in whichever order, and a year of four or two digits. */
const DOTTED = 14;
export const SLASHED = 15;
export const DASHED = 16;
const DOTTED_SHORT = 17;
const SLASHED_SHORT = 18;
const DASHED_SHORT = 19;
/** `31 Jan 2024`, `Jan 31, 2024`. */
const DAY_NAMED = 20;
const MONTH_NAMED = 21;

/** One past the last form. */
export const FORMS = 22;

/** Forms that programs read as numbers without being told how. */
export function isPlainNumber(form: number): boolean {
  return form >= SHORT && form <= ZERO_LED;
}

export function isDateForm(form: number): boolean {
  return form >= YEAR_DASH;
}

/** The form of a cell that is not empty, told from its bytes as far as that goes. */
export function formOf(row: TableRow, column: number): number {
  const characters = row.characters[column]! & ~IS_QUOTED;
  const { bytes } = row;
  const start = row.starts[column]!;
  const end = row.ends[column]!;
  if (characters === HAS_DIGIT) return bytes[start] === ZERO && end - start > 1 ? ZERO_LED : end - start < 4 ? SHORT : LONG;
  if (isYearFirst(bytes, start, end)) return YEAR_DASH;
  if ((characters & HAS_DIGIT) === 0)
    return end - start <= LONGEST_WORD && MAY_BE_MISSING[bytes[start]!] === 1 ? wordForm(row.text(column)) : TEXT;
  if ((characters & ~NUMBER_CHARACTERS) === 0) {
    const form = numberForm(bytes, start, end);
    if (form !== TEXT) return form;
  }
  if ((characters & DATE_MARKS) !== 0 && (characters & ~DATE_CHARACTERS) === 0 && isDigit(bytes[start]!)) {
    const form = dateForm(bytes, start, end);
    if (form !== TEXT) return form;
  }
  if (end - start > LONGEST_VALUE) return TEXT;
  if ((characters & ~AMOUNT_CHARACTERS) === 0) return amountForm(row.text(column));
  const mayHaveMonth = (characters & ~NAMED_CHARACTERS) === 0 && (isDigit(bytes[start]!) || MONTH_STARTS.has(threeLetters(bytes, start)));
  return mayHaveMonth ? namedForm(row.text(column)) : TEXT;
}

const ZERO = 0x30;
const DOT = 0x2e;
const DASH = 0x2d;
const SLASH = 0x2f;

const LONGEST_WORD = 9;
const LONGEST_VALUE = 40;
const NUMBER_CHARACTERS = HAS_DIGIT | HAS_DOT | HAS_MINUS | HAS_PLUS | HAS_E;
const DATE_MARKS = HAS_MINUS | HAS_SLASH | HAS_DOT;
const DATE_CHARACTERS = HAS_DIGIT | HAS_MINUS | HAS_SLASH | HAS_DOT | HAS_COLON | HAS_PLUS | HAS_SPACE | HAS_ANY_LETTER;
const AMOUNT_CHARACTERS = HAS_DIGIT | HAS_DOT | HAS_COMMA | HAS_MINUS | HAS_PLUS | HAS_SPACE | HAS_SIGN | HAS_HIGH | HAS_SUSPECT;
const NAMED_CHARACTERS = HAS_DIGIT | HAS_ANY_LETTER | HAS_SPACE | HAS_DOT | HAS_COMMA | HAS_MINUS | HAS_HIGH | HAS_SUSPECT;

/** First bytes of words for missing values: dashes, dots, ? # n k. */
const MAY_BE_MISSING: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 0xe2 || '-.?#nNkK'.includes(String.fromCharCode(byte)) ? 1 : 0,
);
const MISSING_WORD = /^\s*(?:[-–—.?]+|n\.?\s?\/?\s?a\.?|#n\/a|nan|nil|null|none|k\.?\s?a\.?)\s*$/i;

function wordForm(text: string): number {
  return MISSING_WORD.test(text) ? MISSING : TEXT;
}

/** A sign, digits, one point with digits on a side of it, an exponent. */
function numberForm(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  if (bytes[at] === DASH || bytes[at] === 0x2b) at++;
  const whole = at;
  while (at < end && isDigit(bytes[at]!)) at++;
  const wholeDigits = at - whole;
  let fraction = 0;
  if (at < end && bytes[at] === DOT) {
    const first = ++at;
    while (at < end && isDigit(bytes[at]!)) at++;
    fraction = at - first;
  }
  if (wholeDigits + fraction === 0) return TEXT;
  if (at === end) {
    if (wholeDigits > 1 && bytes[whole] === ZERO && fraction === 0) return ZERO_LED;
    if (fraction > 0) return wholeDigits < 4 ? SHORT_FRACTION : LONG_FRACTION;
    return wholeDigits < 4 ? SHORT : LONG;
  }
  if ((bytes[at]! | 0x20) !== 0x65) return TEXT;
  at++;
  if (bytes[at] === DASH || bytes[at] === 0x2b) at++;
  const first = at;
  while (at < end && isDigit(bytes[at]!)) at++;
  return at === end && at > first ? SCIENTIFIC : TEXT;
}

/** The most frequent form of dates, `2024-01-31`, at a glance; a time may follow. */
function isYearFirst(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 10 || bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return false;
  const isDate = isDigit(bytes[start]!) && isDigit(bytes[start + 3]!) && isDigit(bytes[start + 5]!) && isDigit(bytes[start + 9]!);
  return isDate && (end - start === 10 || isTime(bytes, start + 10, end));
}

/** Year, month, day at fixed places; or day and month, each of one or two digits, and a year. Times may follow. */
function dateForm(bytes: Uint8Array, start: number, end: number): number {
  const first = digitsFrom(bytes, start, end);
  const mark = bytes[start + first]!;
  if (start + first >= end || (mark !== DASH && mark !== SLASH && mark !== DOT)) return TEXT;
  const month = start + first + 1;
  const second = digitsFrom(bytes, month, end);
  if (second === 0 || second > 2 || month + second >= end || bytes[month + second] !== mark) return TEXT;
  const last = month + second + 1;
  const third = digitsFrom(bytes, last, end);
  if (last + third < end && !isTime(bytes, last + third, end)) return TEXT;
  if (first === 4) return third < 1 || third > 2 || mark === DOT ? TEXT : mark === DASH ? YEAR_DASH : YEAR_SLASH;
  if (first > 2 || (third !== 4 && third !== 2)) return TEXT;
  if (third === 4) return mark === DOT ? DOTTED : mark === SLASH ? SLASHED : DASHED;
  return mark === DOT ? DOTTED_SHORT : mark === SLASH ? SLASHED_SHORT : DASHED_SHORT;
}

/** How many digits stand from a place on; five stand for more. */
function digitsFrom(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && at < from + 5 && isDigit(bytes[at]!)) at++;
  return at - from;
}

/** What begins as a time after a date does: T or a blank, and hours. */
function isTime(bytes: Uint8Array, at: number, end: number): boolean {
  return (bytes[at] === 0x54 || bytes[at] === 0x20) && end - at >= 5 && isDigit(bytes[at + 1]!);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

const AMOUNT = /^[-+(]?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ '\u00A0\u202F]\d{3})+|\d+)(?:\.\d+)?\)?$/;
const COMMA_AMOUNT = /^[-+(]?(?:\d{1,3}(?:[. '\u00A0\u202F]\d{3})+|\d+),\d+\)?$/;
const CURRENCY_SIGN = /^([-+(]?)\s?[$€£¥]\s?|\s?[$€£¥]$/;

function amountForm(text: string): number {
  const bare = text.trim();
  const amount = bare.replace(CURRENCY_SIGN, '$1');
  const isCurrency = amount !== bare;
  const number = amount.replace(/\s?%$/, '');
  const isPercent = number !== amount;
  const form = AMOUNT.test(number) ? GROUPED : COMMA_AMOUNT.test(number) ? COMMA : TEXT;
  if (form === TEXT) return TEXT;
  if (isCurrency) return CURRENCY;
  if (isPercent) return PERCENT;
  if (form === COMMA || /[^\d().+-]/.test(number)) return form;
  return number.startsWith('(') ? TEXT : /^[-+]?\d{4,}/.test(number) ? LONG : SHORT;
}

/** The first letters of months in English and German. */
const MONTH_STARTS: ReadonlySet<number> = new Set(
  ['jan', 'feb', 'mar', 'apr', 'may', 'mai', 'jun', 'jul', 'aug', 'sep', 'oct', 'okt', 'nov', 'dec', 'dez'].map((month) =>
    threeLetters(Buffer.from(month), 0),
  ),
);
const MONTHS = 'jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez';
const DAY_FIRST = new RegExp(String.raw`^\s*\d{1,2}[\s.-]+(?:${MONTHS})[a-z]*[\s.,-]+\d{2,4}\s*$`, 'i');
const MONTH_FIRST = new RegExp(String.raw`^\s*(?:${MONTHS})[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\s*$`, 'i');

function namedForm(text: string): number {
  if (text.length < 8 || text.length > 24) return TEXT;
  return DAY_FIRST.test(text) ? DAY_NAMED : MONTH_FIRST.test(text) ? MONTH_NAMED : TEXT;
}
