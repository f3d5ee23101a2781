import { defineFact, type CellRange, type Fact } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { isClearMajority } from '../clear-majority.ts';
import { rowInputs, type RowInputs } from '../row-inputs.ts';
import { formulaLines, type FormulaLine } from './formula-lines.ts';

/** Formulas of a column that use fewer cells of their row than the others do. Rows and columns are 0-based. */
export interface OmittedInputs {
  readonly sheet: Sheet;
  /** The formulas that use fewer; where they are many, all those that stand together with them. */
  readonly range: CellRange;
  /** The first of them that uses fewer, and leaves out a number where one does. */
  readonly row: number;
  readonly column: number;
  /** Columns that this one does not use. */
  readonly omitted: readonly number[];
  /** One of them holds a number other than 0 in a row that leaves it out. */
  readonly isNumber: boolean;
  /** The nearest formula that uses all. */
  readonly like: number;
  readonly likeCount: number;
}

/** Looks at formulas that use single cells of their own row, such as `=C5+D5-E5`. Each different one is parsed once. */
export const omittedInputs: Fact<'workbook', readonly OmittedInputs[]> = defineFact({
  id: 'spreadsheet/omitted-inputs',
  reads: 'workbook',
  uses: [formulaLines],
  compute(_model, facts) {
    return facts(formulaLines).flatMap(({ columns }) => columns.flatMap((line) => (line.runs.length > 1 ? omissionsIn(line) : [])));
  },
});

/** Formulas of a column, one below the other, that are equal in R1C1 terms. */
interface Run {
  readonly top: number;
  readonly bottom: number;
  readonly inputs: RowInputs;
}

const FEWEST = 3;
/** Rows between a formula and the nearest one that uses more. */
const FARTHEST = 12;

function omissionsIn({ sheet, fixed: column, runs: line }: FormulaLine): readonly OmittedInputs[] {
  const known = new Map<number, RowInputs | undefined>();
  const runs = line.flatMap(({ id, first, last }): readonly Run[] => {
    if (!known.has(id)) known.set(id, rowInputs(sheet.formula(first, column) ?? '', first, column));
    const inputs = known.get(id);
    return inputs ? [{ top: first, bottom: last, inputs }] : [];
  });
  const whole = fullRuns(runs);
  const [model] = whole;
  if (!model) return [];
  const full = model.inputs.columns;
  const fewer = new Set(runs.filter(({ inputs }) => usesFewer(inputs, model.inputs)));
  if (fewer.size === 0) return [];
  const likeCount = rowsIn(whole);
  const isClear = isClearMajority(likeCount, rowsIn([...fewer]));
  const found: OmittedInputs[] = [];
  const compared = new Set([...fewer, ...(isClear ? [] : whole)]);
  for (const stretch of stretchesOf(runs.filter((run) => compared.has(run)))) {
    const short = stretch.filter((run) => fewer.has(run));
    const [first] = short;
    if (!first) continue;
    const omittedBy = ({ inputs }: Run): readonly number[] =>
      full.filter((input) => !inputs.columns.includes(input)).map((input) => column + input);
    // A copy of one of the cells is of another kind than a sum of them: the last quarter of a stock, beside sums of flows.
    const counting = short.filter((run) => numberRow(sheet, run, omittedBy(run)) !== undefined);
    if (counting.some(({ inputs }) => isCopy(inputs))) continue;
    const shown = counting[0] ?? first;
    const row = numberRow(sheet, shown, omittedBy(shown)) ?? shown.top;
    const like = nearest(whole, shown);
    if (Math.abs(like - row) > FARTHEST) continue;
    found.push({
      sheet,
      range: { top: stretch[0]?.top ?? first.top, bottom: stretch.at(-1)?.bottom ?? first.bottom, left: column, right: column },
      row,
      column,
      omitted: omittedBy(shown),
      isNumber: counting.length > 0,
      like,
      likeCount,
    });
  }
  return found;
}

/** The first row of a run with a number other than 0 in one of the columns. */
function numberRow(sheet: Sheet, { top, bottom }: Run, columns: readonly number[]): number | undefined {
  for (let row = top; row <= bottom; row += 1) if (columns.some((column) => Math.abs(sheet.number(row, column)) > 0)) return row;
  return undefined;
}

/** Those that use the most columns, of which there are three formulas at least. */
function fullRuns(runs: readonly Run[]): readonly Run[] {
  const bySet = Map.groupBy(runs, ({ inputs }) => `${inputs.functions} ${inputs.columns.join()}`);
  const common = [...bySet.values()].filter((alike) => rowsIn(alike) >= FEWEST);
  return common.toSorted((a, b) => (b[0]?.inputs.columns.length ?? 0) - (a[0]?.inputs.columns.length ?? 0))[0] ?? [];
}

/** True for a part of the columns, computed with in the same way. */
function usesFewer(own: RowInputs, full: RowInputs): boolean {
  return (
    own.columns.length < full.columns.length &&
    own.columns.every((input) => full.columns.includes(input)) &&
    (isCopy(own) || (own.functions === full.functions && own.operators.isSubsetOf(full.operators)))
  );
}

function isCopy({ columns, functions, operators }: RowInputs): boolean {
  return columns.length === 1 && functions === '' && [...operators].every((operator) => operator === '+');
}

function rowsIn(runs: readonly Run[]): number {
  return runs.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0);
}

/** Runs that adjoin. */
function stretchesOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const stretches: Run[][] = [];
  for (const run of runs)
    if (stretches.at(-1)?.at(-1)?.bottom === run.top - 1) stretches.at(-1)?.push(run);
    else stretches.push([run]);
  return stretches;
}

/** The row of these formulas that is nearest to a run. */
function nearest(whole: readonly Run[], { top, bottom }: Run): number {
  let found = Number.POSITIVE_INFINITY;
  for (const run of whole) {
    const row = run.bottom < top ? run.bottom : run.top;
    if (Math.min(Math.abs(row - top), Math.abs(row - bottom)) < Math.min(Math.abs(found - top), Math.abs(found - bottom))) found = row;
  }
  return found;
}
