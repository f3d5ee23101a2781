import { deriveValues, type DerivedValue } from './derive-values.ts';
import type { Figure } from './find-figures.ts';
import type { AmountColumn, Grid } from './grid.ts';
import { stem, wordsOf } from './words.ts';

/** A value that is near to a figure which is not there. */
export interface Candidate {
  readonly value: number;
  readonly what: string;
}

/** Data in these units is quoted in ones, and the other way round. */
const SCALES: readonly number[] = [1, 1e3, 1e6];
/** How far a figure behind `about` may be from what it stands for. */
const ROUGHNESS = 0.05;
const NEAR = 0.15;
/** Derived values that are looked at for those near to a figure, on either side. */
const MOST_NEAR = 2_000;

/** The values of grids and what follows from them, to be looked up by size. */
export class ValueIndex {
  /** More would follow from the data than is held. */
  readonly isCut: boolean;
  readonly #columns: readonly { readonly column: AmountColumn; readonly grid: Grid; readonly sorted: Float64Array }[];
  readonly #derived: readonly DerivedValue[];
  readonly #sizes: Float64Array;
  /** By what a value is. */
  readonly #subjects = new Map<string, readonly string[]>();

  constructor(grids: readonly Grid[]) {
    const derived = grids.map(deriveValues);
    this.isCut = derived.some(({ isCut }) => isCut);
    this.#derived = derived.flatMap(({ values }) => values).toSorted((a, b) => Math.abs(a.value) - Math.abs(b.value));
    this.#sizes = Float64Array.from(this.#derived, ({ value }) => Math.abs(value));
    this.#columns = grids.flatMap((grid) =>
      grid.amounts.map((column) => ({
        column,
        grid,
        sorted: column.values
          .filter((value) => !Number.isNaN(value))
          .map(Math.abs)
          .toSorted(),
      })),
    );
  }

  /** True when some value is the figure, rounded or cut as the figure is. */
  has(figure: Figure): boolean {
    const isShare = figure.unit === '%' || figure.unit === 'pp';
    const scales = isShare ? [1, 100] : figure.scale > 1 || figure.unit !== '' ? SCALES : [1];
    return scales.some((scale) => {
      const [low, high] = rangeOf(figure, scale);
      return (
        this.#columns.some(({ sorted }) => (sorted[lowerBound(sorted, low)] ?? Infinity) <= high) ||
        this.#hasDerived(low, high, isShare, scale)
      );
    });
  }

  /** True for the number of all rows, of the rows of a group, or of different labels. */
  hasCount(count: number): boolean {
    for (let at = lowerBound(this.#sizes, count); this.#sizes[at] === count; at++) if (this.#derived[at]?.isCount) return true;
    return false;
  }

  /**
   * The values of cells, sums, means and counts that are near: first those of what the sentence speaks of, then by how near they are; none
   * where all are far.
   */
  nearest(figure: Figure, sentence: string, most = 3): readonly Candidate[] {
    const size = Math.abs(figure.value);
    const isShare = figure.unit === '%' || figure.unit === 'pp';
    const found: Candidate[] = [];
    for (const { column, grid, sorted } of this.#columns) {
      const at = lowerBound(sorted, size);
      for (const value of [sorted[at - 1], sorted[at]])
        if (value !== undefined) found.push({ value, what: `'${column.name}' of ${rowName(grid, column, value)}` });
    }
    const at = lowerBound(this.#sizes, size);
    const first = Math.max(at - MOST_NEAR, lowerBound(this.#sizes, size * (1 - NEAR)));
    for (const { value, what, isBase, isShare: isOne } of this.#derived.slice(first, at + MOST_NEAR)) {
      if (Math.abs(value) > size * (1 + NEAR)) break;
      if (isShare ? isOne : isBase) found.push({ value, what });
    }
    const spoken = new Set(subjectsOf(sentence));
    const far = (value: number): number => Math.abs(Math.abs(value) - size);
    const near = found
      .filter(({ value }) => far(value) <= size * NEAR)
      .map((candidate) => ({ ...candidate, meant: this.#subjectsOf(candidate.what).filter((word) => spoken.has(word)).length }))
      .toSorted((a, b) => b.meant - a.meant || far(a.value) - far(b.value));
    return near
      .filter(({ value }, index) => near.findIndex((other) => other.value === value) === index)
      .slice(0, most)
      .map(({ value, what }) => ({ value, what }));
  }

  #subjectsOf(what: string): readonly string[] {
    const known = this.#subjects.get(what) ?? subjectsOf(what);
    this.#subjects.set(what, known);
    return known;
  }

  #hasDerived(low: number, high: number, isShare: boolean, scale: number): boolean {
    for (let at = lowerBound(this.#sizes, low); (this.#sizes[at] ?? Infinity) <= high; at++) {
      const derived = this.#derived[at];
      if (derived && (isShare ? scale === 1 || !derived.isShare : !derived.isShare)) return true;
    }
    return false;
  }
}

/** What a figure may stand for: half of its last digit less, to all of it more, since some people cut instead of rounding. */
function rangeOf(figure: Figure, scale: number): [number, number] {
  const size = Math.abs(figure.value);
  const rough = figure.isRough ? size * ROUGHNESS : 0;
  const slack = size * 1e-9;
  // Whole numbers without a scale are counts and exact; larger than a thousand they may be rounded sums.
  const down = figure.isPlain && size < 1000 ? 0 : figure.step / 2;
  const up = figure.isPlain && size < 1000 ? 0 : figure.step;
  return [(size - Math.max(down, rough) - slack) / scale, (size + Math.max(up, rough) + slack) / scale];
}

/** Words for what a value is of, without those that say how it was derived. */
function subjectsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => word.length > 2 && !HOW.has(word))
    .map(stem);
}

const HOW = new Set('the sum mean median least largest number rows different share over groups and row'.split(' '));

/** The first place whose value is not less. */
function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rowName(grid: Grid, { values }: AmountColumn, size: number): string {
  const row = values.findIndex((value) => Math.abs(value) === size);
  const labels = grid.labels.flatMap(({ ids, values: names }) => names[ids[row] ?? -1] ?? []);
  return labels.slice(0, 2).join(', ') || `row ${row + 1}`;
}
