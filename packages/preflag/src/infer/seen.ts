/** `in 2 of 3 files`. */
export function seenIn(count: number, all: number, what = 'files'): string {
  return all === 1 ? `in the one ${what.replace(/s$/, '').replace(/ie$/, 'y')}` : `in ${count} of ${all} ${what}`;
}

/** The value that all have; `undefined` where they differ, or there is none. */
export function common<T>(values: readonly (T | undefined)[]): T | undefined {
  const [first, ...others] = values;
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined;
}

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const VARIABLE = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:q|h|fy|cw|kw|week|v)[ -]?\\d+|${MONTHS})(?![\\p{L}\\p{N}])|\\d+`, 'giu');

/** A text with `*` for each date, number and month: what differs from one time to the next. */
export function generalise(text: string): string {
  return text.replaceAll(VARIABLE, '*').replaceAll(/\*(?:[-_.:/ ]?\*)+/g, '*');
}
