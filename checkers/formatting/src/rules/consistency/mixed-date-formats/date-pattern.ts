import { CALENDARS } from '../../../facts/month-names.ts';

const FULL = monthNames(([name]) => [name]);
const SHORT = monthNames(([name, ...others]) => (others.length > 0 ? others : [name]));

/** What the parts of a format such as `D MMMM YYYY` stand for. */
const PARTS: Readonly<Record<string, string>> = {
  YYYY: '\\d{4}',
  YY: '\\d{2}',
  MMMM: `(?:${FULL})`,
  MMM: `(?:${SHORT})\\.?`,
  MM: '(?:0[1-9]|1[0-2])',
  M: '(?:[1-9]|1[0-2])',
  Do: '[1-9]\\d?(?:st|nd|rd|th)',
  DD: '(?:0[1-9]|[12]\\d|3[01])',
  D: '[1-9]\\d?',
};

/** A pattern for dates of a format; `undefined` for one that names no day, month or year. */
export function datePattern(format: string): RegExp | undefined {
  const pieces = format.match(/YYYY|YY|MMMM|MMM|MM|M|Do|DD|D|./gsu) ?? [];
  if (!/D/.test(format) || !/M/.test(format)) return undefined;
  return new RegExp(`^${pieces.map((piece) => PARTS[piece] ?? RegExp.escape(piece)).join('')}$`, 'iu');
}

function monthNames(choose: (names: readonly string[]) => readonly (string | undefined)[]): string {
  return Object.values(CALENDARS)
    .flatMap(({ months }) => months.flatMap((all) => choose(all.split('/'))))
    .join('|');
}
