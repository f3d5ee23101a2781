import type { DocumentTraits } from '@preflag/checker-formatting/traits';
import type { Entry } from './draft.ts';
import { common, seenIn } from './seen.ts';

type Forms = Readonly<Record<string, number>>;

/** So many of a thing make a habit. */
const LEAST = { headings: 4, dates: 3, quotes: 6, citation: 3 } as const;
const KNOWN_PAGE = /^(?:A[345]|B5|Letter|Legal|Tabloid)(?: landscape)?$/;

/** How the files look, where one form rules in all of them. */
export function styleEntries(files: readonly DocumentTraits[]): readonly Entry[] {
  const entries = [
    pageEntry(files),
    fontEntry(files),
    formEntry(
      'headings',
      files.map(({ headings }) => headings),
      LEAST.headings,
      'headings',
    ),
    dateEntry(files),
    formEntry(
      'quotes',
      files.map(({ quotes }) => quotes),
      LEAST.quotes,
      'marks',
    ),
    formEntry(
      'citation',
      files.map(({ citations }) => citations),
      LEAST.citation,
      'citations',
    ),
  ].filter((entry) => entry !== undefined);
  return entries.length > 0 ? [{ key: 'style', entries }] : [];
}

function pageEntry(files: readonly DocumentTraits[]): Entry | undefined {
  const sizes = files.map(({ pageSizes }) => Object.keys(pageSizes));
  const names = new Set(sizes.flat());
  // Some pages may be turned: then the size alone is what they have in common.
  const bare = new Set([...names].map((name) => name.replace(/ landscape$/, '')));
  const [name = ''] = names.size === 1 ? names : bare;
  if (bare.size !== 1 || !KNOWN_PAGE.test(name)) return undefined;
  return { key: 'page', value: name, note: seenIn(sizes.filter(({ length }) => length > 0).length, files.length) };
}

function fontEntry(files: readonly DocumentTraits[]): Entry | undefined {
  const body = common(files.map(({ fonts }) => fonts.body));
  const headings = common(files.map(({ fonts }) => fonts.headings?.[0]));
  if (!body && headings === undefined) return undefined;
  const value = { ...(body && { body }), ...(headings !== undefined && { headings }) };
  return { key: 'font', value, note: seenIn(files.length, files.length) };
}

/** One form of several, such as `curly`: on where it is the only one, off where it is the usual one. */
function formEntry(key: string, files: readonly Forms[], least: number, things: string): Entry | undefined {
  const sums = new Map<string, number>();
  for (const [form, count] of files.flatMap((forms) => Object.entries(forms))) sums.set(form, (sums.get(form) ?? 0) + count);
  const [first, ...others] = [...sums].toSorted(([, a], [, b]) => b - a);
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  if (!first || first[1] < least || first[1] < rest * MOST_TO_REST) return undefined;
  const note = `${first[1]} of ${first[1] + rest} ${things}`;
  return { key, value: first[0], note, ...(rest > 0 && { isOff: true }) };
}

/** A form that is used so much more often than all others is the usual one. */
const MOST_TO_REST = 4;

function dateEntry(files: readonly DocumentTraits[]): Entry | undefined {
  const count = files.reduce((sum, { dates }) => sum + dates.count, 0);
  if (count < LEAST.dates) return undefined;
  const formats = Object.keys(files[0]?.dates.formats ?? {});
  const fit = formats.filter((format) => files.every(({ dates }) => dates.formats[format] === dates.count));
  const [first] = fit;
  if (first === undefined) return undefined;
  // Which of the two figures is the day cannot be told.
  const isUnsure = fit.includes('DD/MM/YYYY') && fit.includes('MM/DD/YYYY');
  return { key: 'dates', value: first, note: `all ${count} dates`, ...(isUnsure && { isOff: true }) };
}
