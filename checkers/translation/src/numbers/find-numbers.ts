import { scaleAfter } from './scale-words.ts';

/** A number written in digits. */
export interface WrittenNumber {
  /** As it stands in the text, without scale words. */
  readonly text: string;
  /** UTF-16 units from the start. */
  readonly offset: number;
  /** What it may mean: separators read either way, with and without a scale word, on the 12 and 24 hour clock. */
  readonly values: readonly number[];
}

const SPACE = '[\\u00A0\\u202F\\u2009 ]';
/** Groups of three apart by a space or an apostrophe, with decimals; else digits with points and commas. */
const NUMBER = new RegExp(
  `\\d{1,3}(?:${SPACE}\\d{3})+(?![\\d])(?:[.,]\\d+)?|\\d{1,3}(?:['’]\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*`,
  'g',
);
/** 1800s, 1800-talet, 1800-luvulla: also the 19th century. */
const CENTURY_AFTER = /^[-–‑'’]?(?:s\b|tal|luv|luk|er(?:n|ne)?\b|х\b|е\b)/iu;
const CLOCK_AFTER = /^\s?(?:[ap]\.?\s?m\b|o['’]clock|uhr|h\b|時|点|點|시|น\.|heures?|horas?|ore\b|godz)/iu;
const EVENING_BEFORE = /(?:午後|午后|下午|晚上|오후|pomeridian|abends?|kl\.?|um|alle|à|a las|às|o godz\.?|в)\s?$/iu;

/** The numbers in a text that are written in digits of any script, in order. */
export function findNumbers(text: string): WrittenNumber[] {
  const plain = toAscii(text);
  const found: WrittenNumber[] = [];
  let skip = -1;
  for (const { 0: written, index } of plain.matchAll(NUMBER)) {
    if (index < skip) continue;
    const end = index + written.length;
    const clock = clockAt(plain, index);
    if (clock) {
      found.push({ text: text.slice(index, clock.end), offset: index, values: clock.values });
      skip = clock.end;
      continue;
    }
    const raw = readingsOf(written);
    if (raw.length === 0) {
      found.push(...partsOf(text, index, written));
      continue;
    }
    const compound = compoundAt(plain, index);
    if (compound) {
      found.push({ text: text.slice(index, compound.end), offset: index, values: [compound.value] });
      skip = compound.end;
      continue;
    }
    const scale = scaleAfter(plain.slice(end));
    const isClock = CLOCK_AFTER.test(plain.slice(end)) || EVENING_BEFORE.test(plain.slice(Math.max(0, index - 16), index));
    const values = [...raw, ...raw.flatMap((value) => scale.factors.map((factor) => rounded(value * factor)))];
    if (CENTURY_AFTER.test(plain.slice(end)))
      values.push(...raw.flatMap((value) => (value % 100 === 0 ? [value / 100, value / 100 + 1] : [])));
    if (isClock) values.push(...raw.flatMap((value) => (value <= 24 ? [rounded(value % 12), rounded((value % 12) + 12)] : [])));
    found.push({ text: text.slice(index, end), offset: index, values: [...new Set(values)] });
  }
  return found;
}

/** 24.12.2016, 2.0.1: dates, versions, chapters. */
function partsOf(text: string, index: number, written: string): WrittenNumber[] {
  return Array.from(written.matchAll(/\d+/g), ({ 0: part, index: at }) => ({
    text: text.slice(index + at, index + at + part.length),
    offset: index + at,
    values: [Number(part)],
  }));
}

/** 6:30, 6h30, 6時30分, read like 6.30; full hours also without minutes. */
function clockAt(text: string, index: number): { values: readonly number[]; end: number } | undefined {
  const match = /^(\d{1,2})(?::|\s?h\s?|\s?[時点點시]\s?)([0-5]\d)(?![\d:]|[.,]\d)(?:\s?[分분])?/u.exec(text.slice(index, index + 20));
  const [hour, minutes] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || hour > 24) return undefined;
  const hours = [hour, hour % 12, (hour % 12) + 12];
  return {
    values: [...new Set([...hours.map((one) => rounded(one + minutes / 100)), ...(minutes === 0 ? hours : [])])],
    end: index + match[0].length,
  };
}

/** The ranges in which digits other than those of ASCII stand, among other signs. */
const HAS_OWN_DIGITS = /[\u0660-\u1FFF\uA620-\uABFF\uD800-\uDBFF\uFF10-\uFF19]/;

/** True for texts with a digit of any script. */
export function hasDigit(text: string): boolean {
  // To look for all digits of Unicode takes ten times as long, and few scripts have their own.
  return /\d/.test(text) || (HAS_OWN_DIGITS.test(text) && /\p{Nd}/u.test(text));
}

/** Digits of any script, and the separators of Arabic and full-width forms, unit by unit. */
export function toAscii(text: string): string {
  if (!/[^\x00-\x7F]/.test(text)) return text;
  return (HAS_OWN_DIGITS.test(text) ? withAsciiDigits(text) : text)
    .replace(/[٫．]/g, '.')
    .replace(/[٬，](?=\d{3})/g, ',')
    .replace(/：/g, ':');
}

const withAsciiDigits = (text: string): string =>
  text.replace(/(?!\d)\p{Nd}/gu, (sign) => (sign.length === 1 ? String(digitValue(sign)) : sign));

/** Decimal digits stand in runs of ten that begin at a multiple of 16, or six above it. */
function digitValue(sign: string): number {
  let zero = sign.charCodeAt(0);
  while (zero > 0 && sign.charCodeAt(0) - zero < 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
  return sign.charCodeAt(0) - zero;
}

/** Both readings of 1.234, one of 1,234.5; none of 24.12.2016. */
function readingsOf(written: string): number[] {
  const compact = written.replace(/[\s\u00A0\u202F\u2009'’]/g, '');
  const separators = compact.replace(/\d/g, '');
  if (separators === '') return [Number(compact)];
  const last = separators.at(-1) ?? '';
  const groups = compact.split(/[.,]/);
  const isGrouped = groups.slice(1).every((group, index, all) => group.length === 3 || (group.length === 2 && index < all.length - 1));
  if (separators.length === 1) {
    const decimal = Number(groups.join('.'));
    return isGrouped && (groups[0] ?? '') !== '0' ? [Number(groups.join('')), decimal] : [decimal];
  }
  const isMixed = separators.slice(0, -1) !== last.repeat(separators.length - 1);
  if (!isMixed) return isGrouped ? [Number(groups.join(''))] : [];
  const isDecimal = separators
    .slice(0, -1)
    .split('')
    .every((sign) => sign !== last);
  return isDecimal ? [Number(`${groups.slice(0, -1).join('')}.${groups.at(-1)}`)] : [];
}

const EAST: Readonly<Record<string, number>> = {
  千: 1e3,
  천: 1e3,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  亿: 1e8,
  億: 1e8,
  억: 1e8,
  兆: 1e12,
  조: 1e12,
};

/** 3億5000万, 1만 5천: parts that add up. */
function compoundAt(text: string, index: number): { value: number; end: number } | undefined {
  const [written] =
    /^(?:\d+(?:[.,]\d+)*\s?[千천万萬만亿億억兆조]\s?){2,}(?:\d+(?!\d))?|^\d+(?:[.,]\d+)*[万萬만亿億억]\s?\d+(?!\d|[.,]\d)/.exec(
      text.slice(index, index + 40),
    ) ?? [];
  if (written === undefined) return undefined;
  let value = 0;
  for (const { 1: digits = '0', 2: unit = '' } of written.matchAll(/(\d+(?:[.,]\d+)*)\s?([千천万萬만亿億억兆조]?)/g))
    value += Number(digits.replace(/,(?=\d{3})/g, '').replace(',', '.')) * (EAST[unit] ?? 1);
  return { value: rounded(value), end: index + written.trimEnd().length };
}

/** Without the dust of binary fractions: 2.3 × 10^6. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
