import type { AmountColumn, Grid, LabelColumn } from './grid.ts';

/** A value that follows from a grid, and what it is. */
export interface DerivedValue {
  readonly value: number;
  /** Only quoted as a percentage. */
  readonly isShare: boolean;
  /** In words: `the sum of 'Revenue' of North`. */
  readonly what: string;
  /** A sum, a mean or a count itself; not a change between, or a share of others. */
  readonly isBase: boolean;
  /** How many rows there are, of all or of a group, or how many different labels. */
  readonly isCount: boolean;
}

/** More values are not derived from one grid. */
const MOST_VALUES = 150_000;
/** A column with more groups is summed up by group, and its groups are not compared. */
const MOST_COMPARED = 24;
const MOST_GROUPS = 400;
const MOST_AMOUNTS = 16;
const MOST_COLUMNS_COMPARED = 8;
const MOST_ROWS_COMPARED = 40;
const MOST_TOPS = 10;
const ROWS = 'the number of rows';

/** What people take from a table for a report: sums, means, counts, extremes, shares, changes and differences, by column and by group. */
export function deriveValues(grid: Grid): { readonly values: readonly DerivedValue[]; readonly isCut: boolean } {
  const into = new Values();
  const amounts = grid.amounts.slice(0, MOST_AMOUNTS);
  into.count(grid.rowCount, `${ROWS} of ${grid.name}`);
  for (const label of grid.labels) into.count(label.values.length, `the number of different '${label.name}'`);
  const all = new Int32Array(grid.rowCount);
  sumUp(into, grid.amounts, all, [''], grid.rowCount);
  for (const label of grid.labels) groupBy(into, amounts, label.name, label.ids, label.values);
  for (const [index, one] of grid.labels.entries())
    for (const other of grid.labels.slice(index + 1)) groupByBoth(into, amounts, one, other);
  rowByRow(into, grid, amounts);
  return { values: into.values, isCut: into.isCut };
}

class Values {
  readonly values: DerivedValue[] = [];
  isCut = false;

  base(value: number, what: string): void {
    this.#add({ value, isShare: false, what, isBase: true, isCount: false });
  }

  count(value: number, what: string): void {
    this.#add({ value, isShare: false, what, isBase: true, isCount: true });
  }

  share(part: number, whole: number, what: string): void {
    if (whole !== 0) this.#follow((part / whole) * 100, true, what);
  }

  /** A difference, and the change in per cent. */
  change(from: number, to: number, what: string): void {
    this.#follow(to - from, false, `the difference of ${what}`);
    if (from !== 0) this.#follow(((to - from) / Math.abs(from)) * 100, true, `the change of ${what}`);
    if (from !== 0) this.#follow(to / from, false, `the ratio of ${what}`);
  }

  #follow(value: number, isShare: boolean, what: string): void {
    this.#add({ value, isShare, what, isBase: false, isCount: false });
  }

  #add(derived: DerivedValue): void {
    if (!Number.isFinite(derived.value)) return;
    if (this.values.length >= MOST_VALUES) this.isCut = true;
    else this.values.push(derived);
  }
}

interface Sums {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/** Sums of an amount by group. */
function sumsOf({ values }: AmountColumn, ids: Int32Array, groups: number): readonly Sums[] {
  const sums = Array.from({ length: groups }, () => ({ count: 0, sum: 0, min: Infinity, max: -Infinity }));
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    const group = sums[ids[row] ?? -1];
    if (!group || Number.isNaN(value)) continue;
    group.count += 1;
    group.sum += value;
    if (value < group.min) group.min = value;
    if (value > group.max) group.max = value;
  }
  return sums;
}

function median(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Sums, means, extremes and counts of all rows, and how the sums of columns compare. */
function sumUp(into: Values, amounts: readonly AmountColumn[], ids: Int32Array, names: readonly string[], rows: number): void {
  const sums = amounts.map((amount) => sumsOf(amount, ids, 1)[0] ?? { count: 0, sum: 0, min: 0, max: 0 });
  for (const [index, { count, sum, min, max }] of sums.entries()) {
    const { name = '', values = new Float64Array() } = amounts[index] ?? {};
    if (count === 0) continue;
    into.base(sum, `the sum of '${name}'`);
    into.base(sum / count, `the mean of '${name}'`);
    into.base(median(values), `the median of '${name}'`);
    into.base(min, `the least '${name}'`);
    into.base(max, `the largest '${name}'`);
    into.change(min, max, `the least and the largest '${name}'`);
    into.count(count, `the number of '${name}'`);
    into.share(count, rows, `the share of rows with '${name}'`);
  }
  compareColumns(
    into,
    amounts,
    sums.map(({ sum }) => sum),
    names[0] ?? '',
  );
}

/** Shares and changes between the columns of one row, or of one group. */
function compareColumns(into: Values, amounts: readonly AmountColumn[], values: readonly number[], of: string): void {
  const suffix = of === '' ? '' : ` of ${of}`;
  for (const [index, from] of values.slice(0, MOST_COLUMNS_COMPARED).entries()) {
    for (const [other, to] of values.slice(0, MOST_COLUMNS_COMPARED).entries()) {
      if (index === other) continue;
      const [one = '', two = ''] = [amounts[index]?.name, amounts[other]?.name];
      into.share(to, from, `'${two}' as a share of '${one}'${suffix}`);
      into.change(from, to, `'${one}' and '${two}'${suffix}`);
    }
  }
}

function groupBy(into: Values, amounts: readonly AmountColumn[], name: string, ids: Int32Array, groups: readonly string[]): void {
  if (groups.length > MOST_GROUPS || groups.length < 2) return;
  const counts = Array.from({ length: groups.length }, () => 0);
  for (const id of ids) if (id >= 0) counts[id] = (counts[id] ?? 0) + 1;
  spread(into, counts, groups, ROWS, ids.length);
  const all = amounts.map((amount) => sumsOf(amount, ids, groups.length));
  for (const [index, sums] of all.entries()) {
    const column = amounts[index]?.name ?? '';
    spread(
      into,
      sums.map(({ sum }) => sum),
      groups,
      `the sum of '${column}'`,
      sums.reduce((total, { sum }) => total + sum, 0),
    );
    if (sums.every(({ count }) => count <= 1)) continue;
    spread(
      into,
      sums.map(({ sum, count }) => sum / count),
      groups,
      `the mean of '${column}'`,
      undefined,
    );
    for (const [group, { min, max }] of sums.entries()) {
      into.base(min, `the least '${column}' of ${groups[group]}`);
      into.base(max, `the largest '${column}' of ${groups[group]}`);
    }
  }
  for (const [group, label] of groups.entries())
    compareColumns(
      into,
      amounts,
      all.map((sums) => sums[group]?.sum ?? 0),
      label,
    );
  into.base(ids.length / groups.length, `the mean number of rows for '${name}'`);
}

/** Values of groups, their shares of a whole, the largest of them together, and how they compare with each other. */
function spread(into: Values, values: readonly number[], groups: readonly string[], what: string, whole: number | undefined): void {
  for (const [group, value] of values.entries()) {
    if (what === ROWS) into.count(value, `${what} of ${groups[group]}`);
    else into.base(value, `${what} of ${groups[group]}`);
  }
  if (whole !== undefined) {
    for (const [group, value] of values.entries()) into.share(value, whole, `the share of ${groups[group]} in ${what}`);
    let top = 0;
    for (const [rank, value] of values
      .toSorted((a, b) => b - a)
      .slice(0, MOST_TOPS)
      .entries()) {
      top += value;
      into.base(top, `${what} of the largest ${rank + 1}`);
      into.share(top, whole, `the share of the largest ${rank + 1} in ${what}`);
    }
    into.base(whole / groups.length, `the mean over groups of ${what}`);
  }
  const isFew = groups.length <= MOST_COMPARED;
  for (const [one, from] of values.entries()) {
    const last = isFew ? groups.length : Math.min(groups.length, one + 2);
    for (let two = one + 1; two < last; two++) {
      const to = values[two] ?? 0;
      into.change(from, to, `${what} of ${groups[one]} and ${groups[two]}`);
      into.change(to, from, `${what} of ${groups[two]} and ${groups[one]}`);
    }
  }
}

function groupByBoth(into: Values, amounts: readonly AmountColumn[], one: LabelColumn, other: LabelColumn): void {
  const size = one.values.length * other.values.length;
  if (size > MOST_GROUPS || one.values.length < 2 || other.values.length < 2) return;
  const ids = Int32Array.from(one.ids, (id, row) => {
    const second = other.ids[row] ?? -1;
    return id < 0 || second < 0 ? -1 : id * other.values.length + second;
  });
  const groups = one.values.flatMap((first) => other.values.map((second) => `${first}, ${second}`));
  const all = amounts.map((amount) => sumsOf(amount, ids, groups.length));
  for (const [index, sums] of all.entries()) {
    const what = `the sum of '${amounts[index]?.name}'`;
    const means = `the mean of '${amounts[index]?.name}'`;
    for (let first = 0; first < one.values.length; first++)
      spread(
        into,
        ...slice(sums, groups, (second) => first * other.values.length + second, other.values.length),
        what,
        total(sums, (second) => first * other.values.length + second, other.values.length),
      );
    for (let second = 0; second < other.values.length; second++)
      spread(
        into,
        ...slice(sums, groups, (first) => first * other.values.length + second, one.values.length),
        what,
        total(sums, (first) => first * other.values.length + second, one.values.length),
      );
    for (const [group, { sum, count }] of sums.entries()) if (count > 1) into.base(sum / count, `${means} of ${groups[group]}`);
  }
  for (const [group, { count }] of (all[0] ?? []).entries()) into.count(count, `${ROWS} of ${groups[group]}`);
}

function slice(
  sums: readonly Sums[],
  groups: readonly string[],
  at: (index: number) => number,
  length: number,
): [readonly number[], readonly string[]] {
  const indexes = Array.from({ length }, (_, index) => at(index));
  return [indexes.map((index) => sums[index]?.sum ?? 0), indexes.map((index) => groups[index] ?? '')];
}

function total(sums: readonly Sums[], at: (index: number) => number, length: number): number {
  return Array.from({ length }, (_, index) => sums[at(index)]?.sum ?? 0).reduce((all, sum) => all + sum, 0);
}

/** Rows as they follow each other: changes from row to row, and from the first to the last. */
function rowByRow(into: Values, { rowCount, labels }: Grid, amounts: readonly AmountColumn[]): void {
  if (rowCount > MOST_GROUPS) return;
  const nameOf = (row: number): string =>
    labels.map(({ ids, values }) => values[ids[row] ?? -1]).find((label) => label !== undefined) ?? `row ${row + 1}`;
  for (let row = 0; row < rowCount; row++)
    compareColumns(
      into,
      amounts,
      amounts.map(({ values }) => values[row] ?? Number.NaN),
      nameOf(row),
    );
  for (const { name, values } of amounts) {
    for (let from = 0; from < rowCount; from++) {
      const last = rowCount <= MOST_ROWS_COMPARED ? rowCount : Math.min(rowCount, from + 2);
      for (let to = from + 1; to < last; to++)
        into.change(values[from] ?? 0, values[to] ?? 0, `'${name}' of ${nameOf(from)} and ${nameOf(to)}`);
    }
    const [first = 0, end = 0] = [values[0], values[rowCount - 1]];
    if (rowCount > 2) into.change(first, end, `'${name}' of ${nameOf(0)} and ${nameOf(rowCount - 1)}`);
    if (rowCount > 2 && first > 0 && end > 0)
      into.share((end / first) ** (1 / (rowCount - 1)) - 1, 1, `the growth of '${name}' from row to row`);
  }
}
