import { expect, it } from 'vitest';
import { compareDates } from './compare-dates.ts';

const LANGUAGES =
  'af az be bg bs ca cs cy da de es et eu fi fr ga gl hr hu hy id is it ja ka kk km lo lt lv mk mn ms nb nl pl pt ro ru sk sl sq sr sr-Latn sv th tr uk vi zh zh-Hant'.split(
    ' ',
  );
const STYLES = [
  { dateStyle: 'long' },
  { dateStyle: 'full' },
  { month: 'long', year: 'numeric' },
  { month: 'long', day: 'numeric' },
] as const;

/** Each month in each style, as Intl writes it; `later` shifts the months of the translation. */
function gapsIn(language: string, later: number): { readonly texts: number; readonly gaps: number } {
  const texts = STYLES.flatMap((style) =>
    Array.from({ length: 12 }, (_, month) => {
      const write = (tag: string, at: number): string =>
        new Intl.DateTimeFormat(tag, { ...style, calendar: 'gregory', timeZone: 'UTC' }).format(Date.UTC(2026, at % 12, 8 + month));
      return compareDates(
        { text: `We meet ${write('en-US', month)} again.`, language: 'en' },
        { text: write(language, month + later), language },
      );
    }),
  );
  return { texts: texts.length, gaps: texts.filter(({ length }) => length > 0).length };
}

it.each(LANGUAGES)('reads dates as %s writes them, and sees another month', (language) => {
  expect([gapsIn(language, 0), gapsIn(language, 4)]).toEqual([
    { texts: 48, gaps: 0 },
    { texts: 48, gaps: 48 },
  ]);
});

it.each(['am', 'ar', 'bn', 'el', 'fa', 'he', 'hi', 'ko', 'my', 'ta', 'ur'])('takes no date of %s for another one', (language) => {
  expect(gapsIn(language, 0).gaps).toBe(0);
});
