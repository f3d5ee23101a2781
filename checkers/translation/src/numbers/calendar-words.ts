import { nameFinder, stemOf, type FoundName } from './find-names.ts';

/** The names of months (1 to 12) or weekdays (0 is Sunday) of a language, as they may stand in a text. */
export interface CalendarWords {
  /** All of them that stand in a text, in order; at each place the longest. */
  readonly find: (text: string) => readonly FoundName[];
  readonly valueOf: (name: string) => number | undefined;
}

type Kind = 'month' | 'weekday';

const known = new Map<string, CalendarWords | undefined>();

/**
 * Names by CLDR through Intl, in the nominative and as in a date; `undefined` where Intl does not know the language (BCP 47).
 * `isLong` leaves short names out: sat, mar, jan are words of their own. Endings of cases are allowed for.
 */
export function calendarWords(language: string | undefined, kind: Kind, isLong: boolean): CalendarWords | undefined {
  const key = `${language} ${kind} ${isLong}`;
  if (!known.has(key)) known.set(key, wordsOf(language, kind, isLong));
  return known.get(key);
}

function wordsOf(language: string | undefined, kind: Kind, isLong: boolean): CalendarWords | undefined {
  const tag = language?.replaceAll('_', '-');
  const values = new Map<string, number>();
  for (const style of isLong ? (['long'] as const) : (['long', 'short'] as const))
    for (const { name, value } of namesOf(tag, kind, style)) {
      // What stands for two is none: m for March and May.
      if (values.has(name) && values.get(name) !== value) values.set(name, Number.NaN);
      else values.set(name, value);
    }
  const names = [...values.keys()].filter((name) => !Number.isNaN(values.get(name))).toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return undefined;
  return { find: nameFinder(names), valueOf: (found) => valueIn(values, names, found.toLocaleLowerCase(tag)) };
}

function valueIn(values: ReadonlyMap<string, number>, names: readonly string[], found: string): number | undefined {
  const exact = values.get(found);
  if (exact !== undefined) return exact;
  // The longest first: července before červen.
  const name = names.find((one) => found.startsWith(stemOf(one)));
  return name === undefined ? undefined : values.get(name);
}

/** Levantine Arabic and the Gulf write other names than those of CLDR's plain Arabic, and both are read everywhere. */
const MORE: Readonly<Record<string, readonly string[]>> = { ar: ['ar', 'ar-SY', 'ar-MA', 'ar-DZ'], zh: ['zh', 'ja'], nb: ['nb', 'nn'] };

function namesOf(tag: string | undefined, kind: Kind, style: 'long' | 'short'): { readonly name: string; readonly value: number }[] {
  try {
    if (tag === undefined || Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) return [];
    const { language } = new Intl.Locale(tag);
    const tags = [tag, ...(kind === 'month' ? (MORE[language] ?? []) : [])];
    return tags
      .flatMap((one) => namesOfLocale(one, kind, style))
      .filter(({ name }) => name.length >= (/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name) ? 3 : 2));
  } catch {
    return [];
  }
}

function namesOfLocale(tag: string, kind: Kind, style: 'long' | 'short'): { readonly name: string; readonly value: number }[] {
  const options = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC', [kind]: style } as const;
  const formats = (kind === 'month' ? [{}, { day: 'numeric' as const }, { year: 'numeric' as const }] : [{}]).map(
    (more) => new Intl.DateTimeFormat(tag, { ...options, ...more }),
  );
  return Array.from({ length: kind === 'month' ? 12 : 7 }, (_, index) => {
    // The first Sunday of 2023 was its first day.
    const date = kind === 'month' ? Date.UTC(2023, index, 15) : Date.UTC(2023, 0, 1 + index);
    return formats.flatMap((format) => {
      const parts = format.formatToParts(date);
      const at = parts.findIndex(({ type }) => type === kind);
      const text = parts[at]?.value ?? '';
      // Japanese and Chinese have the sign of the month as a literal behind a number.
      const name = /^\d+$/.test(text) ? `${text}${parts[at + 1]?.value.trim() ?? ''}` : text;
      return /\D/.test(name) && /\p{L}/u.test(name)
        ? [{ name: name.toLocaleLowerCase(tag).replace(/\.$/, ''), value: kind === 'month' ? index + 1 : index }]
        : [];
    });
  }).flat();
}
