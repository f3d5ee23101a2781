import { defineFact, matchesIn, type Fact } from '@preflag/core';
import type { Hit } from '../text-hits.ts';
import { CALENDARS } from './month-names.ts';
import { proseBlocks } from './prose-blocks.ts';

/** A date as it is written. */
export interface WrittenDate extends Hit {
  readonly shape: 'day month year' | 'month day year' | 'year-month-day' | 'day.month.year' | 'slashes' | 'hyphens' | 'year month day';
  readonly year?: number;
  /** Absent where day and month cannot be told apart (`03/04/2026`). */
  readonly month?: number;
  readonly day?: number;
  /** Before the date: 1 for Monday to 7 for Sunday. */
  readonly weekday?: number;
}

const MONTHS = numbered('months');
const WEEKDAYS = numbered('weekdays');
const names = (of: ReadonlyMap<string, number>): string => [...of.keys()].toSorted((a, b) => b.length - a.length).join('|');
const MONTH = `(?<month>${names(MONTHS)})\\.?`;
const START = `(?<![\\p{L}\\p{N}/.:_-])(?:(?<weekday>${names(WEEKDAYS)})\\.?,? (?:(?:the|den|der|le|il|el) )?)?`;
const END = '(?![\\p{L}\\p{N}/_-]|\\.\\d)';
const DAY = /(?<!\d)\d{1,2}(?!\d)/;
const YEAR = '(?<year>(?:1[5-9]|20|21)\\d\\d)';

/** Each with a sign that is found fast and that every date of the shape has. */
const PATTERNS: readonly (readonly [shape: WrittenDate['shape'], sign: RegExp, pattern: RegExp])[] = [
  [
    'day month year',
    DAY,
    pattern(`${START}(?<it>(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)? (?:of |de |d['’])?${MONTH}(?:,? (?:de |del )?${YEAR})?)${END}`),
  ],
  ['month day year', DAY, pattern(`${START}(?<it>${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? ${YEAR})?)${END}`)],
  ['year-month-day', /\d{4}-\d\d-\d/, pattern(`${START}(?<it>${YEAR}-(?<month>\\d\\d)-(?<day>\\d\\d))${END}`)],
  ['day.month.year', /\d\. ?\d{1,2}\. ?\d{4}/, pattern(`${START}(?<it>(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})\\. ?${YEAR})${END}`)],
  ['slashes', /\d\/\d{1,2}\/\d{4}/, pattern(`${START}(?<it>(?<first>\\d{1,2})/(?<second>\\d{1,2})/${YEAR})${END}`)],
  ['hyphens', /\d-\d{1,2}-\d{4}/, pattern(`${START}(?<it>(?<first>\\d{1,2})-(?<second>\\d{1,2})-${YEAR})${END}`)],
  ['year month day', /年/, pattern(`(?<!\\d)(?<it>${YEAR} ?年 ?(?<month>\\d{1,2}) ?月 ?(?<day>\\d{1,2}) ?[日号])`)],
];

/** Every date in the prose that has a day and a month, with or without a year. */
export const dates: Fact<'document', readonly WrittenDate[]> = defineFact({
  id: 'formatting/dates',
  reads: 'document',
  uses: [proseBlocks],
  compute: (_, facts) =>
    facts(proseBlocks).flatMap((block) => {
      return PATTERNS.flatMap(([shape, sign, pattern]) =>
        sign.test(block.prose) ? matchesIn(block.prose, pattern).map((match) => dateOf(shape, match, block)) : [],
      ).toSorted((a, b) => a.offset - b.offset);
    }),
});

function dateOf(shape: WrittenDate['shape'], { groups = {}, indices }: RegExpMatchArray, block: Hit['block']): WrittenDate {
  const [start, end] = indices?.groups?.['it'] ?? [0, 0];
  const year = groups['year'] === undefined ? {} : { year: Number(groups['year']) };
  const weekday = WEEKDAYS.get(groups['weekday']?.toLowerCase() ?? '');
  return {
    block,
    offset: start,
    found: block.prose.slice(start, end),
    shape,
    ...year,
    ...dayAndMonth(groups),
    ...(weekday !== undefined && { weekday }),
  };
}

function dayAndMonth({ day, month, first, second }: Readonly<Record<string, string | undefined>>): { day?: number; month?: number } {
  if (day !== undefined && month !== undefined) return { day: Number(day), month: MONTHS.get(month.toLowerCase()) ?? Number(month) };
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && b <= 12) return { day: a, month: b };
  return b > 12 && a <= 12 ? { day: b, month: a } : {};
}

function pattern(source: string): RegExp {
  return new RegExp(source, 'dgiu');
}

/** Names in lower case, with their number from 1. */
function numbered(of: 'months' | 'weekdays'): ReadonlyMap<string, number> {
  return new Map(
    Object.values(CALENDARS).flatMap((calendar) =>
      calendar[of].flatMap((all, index) => all.split('/').map((name) => [name.toLowerCase(), index + 1] as const)),
    ),
  );
}
