import { defineFact, type CellRange, type Fact } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { isClearMajority } from '../clear-majority.ts';
import { sumRanges, type SumRun } from './sum-ranges.ts';

/** A total in a row of totals, and the range of its own column that it adds up. */
interface Total {
  readonly column: number;
  readonly range: CellRange;
}

/** Totals side by side of which some begin or end in another row than the rest. Rows and columns are 0-based. */
export interface TotalRowBreak {
  readonly sheet: Sheet;
  readonly row: number;
  readonly name: string;
  /** The columns from `left` to `right` that the break is about: those of the odd totals, or of all where neither side is clearly the odd one. */
  readonly left: number;
  readonly right: number;
  readonly isClear: boolean;
  readonly odd: Total;
  /** The nearest one of the others. */
  readonly like: Total;
  /** Every range ends where the numbers of its own column do: nothing is left out, and nothing blank is taken in. */
  readonly isTight: boolean;
  readonly likeCount: number;
}

/** Sums (averages ...) of columns that stand side by side in one row, with at most one other column between two of them. */
export const totalRows: Fact<'workbook', readonly TotalRowBreak[]> = defineFact({
  id: 'spreadsheet/total-rows',
  reads: 'workbook',
  uses: [sumRanges],
  compute(model, facts) {
    const bySheet = Map.groupBy(facts(sumRanges).filter(isColumnTotal), ({ sheet }) => sheet);
    return [...bySheet.values()].flatMap((runs) =>
      [...Map.groupBy(runs, ({ top }) => top).values()].flatMap((row) =>
        row.length > 1
          ? chainsOf(row)
              .filter((chain) => !isByDesign(chain))
              .flatMap(splitAtBlanks)
              .flatMap(breaksOf)
          : [],
      ),
    );
  },
});

/** A single sum over rows of its own column, above it or below it. */
function isColumnTotal({ column, top, bottom, first }: SumRun): boolean {
  return top === bottom && first.left === column && first.right === column && (first.bottom < top || first.top > top);
}

const WIDEST_STEP = 2;

function chainsOf(row: readonly SumRun[]): readonly (readonly SumRun[])[] {
  const chains: SumRun[][] = [];
  for (const run of row.toSorted((a, b) => a.column - b.column)) {
    const last = chains.at(-1)?.at(-1);
    const isNext = last && run.column - last.column <= WIDEST_STEP && run.name === last.name && isAbove(run) === isAbove(last);
    if (isNext) chains.at(-1)?.push(run);
    else chains.push([run]);
  }
  return chains;
}

/** Blank columns part what stands side by side, unless there is one between any two totals. */
function splitAtBlanks(chain: readonly SumRun[]): readonly (readonly SumRun[])[] {
  const isParted = (run: SumRun, index: number): boolean =>
    index > 0 && run.column - chain[index - 1]!.column === WIDEST_STEP && run.sheet.kind(run.top, run.column - 1) === 'blank';
  if (chain.every((run, index) => index === 0 || isParted(run, index))) return [chain];
  const parts: SumRun[][] = [];
  for (const [index, run] of chain.entries())
    if (index === 0 || isParted(run, index)) parts.push([run]);
    else parts.at(-1)?.push(run);
  return parts;
}

function isAbove({ top, first }: SumRun): boolean {
  return first.bottom < top;
}

function breaksOf(chain: readonly SumRun[]): readonly TotalRowBreak[] {
  const [most = []] = variantsOf(chain);
  const [usual] = most;
  const odd = chain.filter((run) => !isAlike(run, usual));
  const [first] = odd;
  if (!usual || !first || isByDesign(chain)) return [];
  const isClear = isClearMajority(most.length, odd.length);
  // Sums over other rows altogether may be of another kind; only among many others they stand out.
  if (!isClear && odd.some((run) => !overlaps(run.first, usual.first))) return [];
  const all = { top: Math.min(...chain.map((run) => run.first.top)), bottom: Math.max(...chain.map((run) => run.first.bottom)) };
  const omits = chain.some((run) => omitsNumbers(run, all));
  if (!omits && [first, usual].some((run) => !holdsNumbers(run, run.first))) return [];
  const isTight = !omits && chain.every(endsOnNumbers);
  const stretches = isClear ? stretchesOf(odd) : [chain];
  return stretches.map((stretch) => {
    const strange = isClear ? (stretch[0] ?? first) : first;
    const distance = ({ column }: SumRun): number => Math.abs(column - strange.column);
    const like = most.reduce((nearest, run) => (distance(run) < distance(nearest) ? run : nearest), usual);
    return {
      sheet: first.sheet,
      row: first.top,
      name: first.name,
      left: stretch[0]?.column ?? first.column,
      right: stretch.at(-1)?.column ?? first.column,
      isClear,
      odd: { column: strange.column, range: strange.first },
      like: { column: like.column, range: like.first },
      isTight,
      likeCount: most.length,
    };
  });
}

/** The totals by their first and last row, the most frequent first. */
function variantsOf(chain: readonly SumRun[]): readonly (readonly SumRun[])[] {
  return [...Map.groupBy(chain, ({ first }) => `${first.top} ${first.bottom}`).values()].toSorted((a, b) => b.length - a.length);
}

/** Every column with rows of its own, or two kinds of columns in turn. */
function isByDesign(chain: readonly SumRun[]): boolean {
  const variants = variantsOf(chain);
  const [most = []] = variants;
  if (variants.length > 2 && most.length * 2 < chain.length) return true;
  const rest = chain.length - most.length;
  const [usual] = most;
  const changes = chain.filter((run, index) => index > 0 && isAlike(run, usual) !== isAlike(chain[index - 1]!, usual)).length;
  return rest >= FEWEST_KINDS && changes >= 2 * rest - 1;
}

const FEWEST_KINDS = 3;

function isAlike({ first }: SumRun, other: SumRun | undefined): boolean {
  return first.top === other?.first.top && first.bottom === other.first.bottom;
}

function overlaps(one: CellRange, other: CellRange): boolean {
  return one.top <= other.bottom && other.top <= one.bottom;
}

/** Between the first and the last row of all of the ranges, this column has numbers that its own total leaves out. A total over nothing leaves out nothing. */
function omitsNumbers(run: SumRun, all: Pick<CellRange, 'top' | 'bottom'>): boolean {
  const { top, bottom } = run.first;
  const isOutside = holdsNumbers(run, { top: all.top, bottom: top - 1 }) || holdsNumbers(run, { top: bottom + 1, bottom: all.bottom });
  return isOutside && holdsNumbers(run, run.first);
}

function endsOnNumbers({ sheet, column, first }: SumRun): boolean {
  return [first.top, first.bottom].every((row) => sheet.kind(row, column) === 'number');
}

const MOST_ROWS = 1_000;

function holdsNumbers({ sheet, column }: SumRun, { top, bottom }: Pick<CellRange, 'top' | 'bottom'>): boolean {
  for (let row = top; row <= Math.min(bottom, top + MOST_ROWS); row += 1) if (sheet.kind(row, column) === 'number') return true;
  return false;
}

function stretchesOf(runs: readonly SumRun[]): readonly (readonly SumRun[])[] {
  const stretches: SumRun[][] = [];
  for (const run of runs) {
    const last = stretches.at(-1)?.at(-1);
    if (last?.column === run.column - 1 && last.first.top === run.first.top && last.first.bottom === run.first.bottom)
      stretches.at(-1)?.push(run);
    else stretches.push([run]);
  }
  return stretches;
}
