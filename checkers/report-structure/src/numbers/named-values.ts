import type { Figure } from './find-figures.ts';
import type { AmountColumn } from './grid.ts';

/** Sums over more rows are only summed up; single values among them are not quoted. */
const MOST_SINGLE = 50;

/** What a text may quote of a column for some rows: the value, or the sum, the mean, the extremes and the count of several. */
export function namedValues({ values }: AmountColumn, rows: readonly number[]): readonly number[] {
  const own = rows.map((row) => values[row] ?? Number.NaN).filter((value) => !Number.isNaN(value));
  if (own.length <= 1) return own;
  const sorted = own.toSorted((a, b) => a - b);
  const sum = own.reduce((all, value) => all + value, 0);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return [sum, sum / own.length, median, sorted[0] ?? 0, sorted.at(-1) ?? 0, own.length, ...(own.length <= MOST_SINGLE ? own : [])];
}

const SCALES: readonly number[] = [1, 1e3, 1e6, 1e9];

/** True when the figure is the value, rounded as it is shown, in ones, thousands or millions, or as a percentage. */
export function isQuote(figure: Figure, value: number): boolean {
  const size = Math.abs(figure.value);
  const slack = Math.max(figure.step, figure.isRough ? size * 0.05 : 0) + size * 1e-9;
  const scales = figure.unit === '%' || figure.unit === 'pp' ? [1, 100] : SCALES;
  return scales.some((scale) => Math.abs(Math.abs(value) * scale - size) <= slack || Math.abs(Math.abs(value) / scale - size) <= slack);
}
