import { columnIndex, defineFact, LAST_ROW, type CellRange, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';

/** Formulas of one column, one below the other, that are the same aggregate over one range of their own sheet. Rows and columns are 0-based. */
export interface SumRun {
  readonly sheet: Sheet;
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  /** `SUM`, `AVERAGE` ... */
  readonly name: string;
  /** The range of the formula in the row `top`. */
  readonly first: CellRange;
  /** Whether the range's first and last row stay where they are from formula to formula. */
  readonly isTopFixed: boolean;
  readonly isBottomFixed: boolean;
}

/** Sums and averages over a range. Each formula that is different in R1C1 terms is parsed once. */
export const sumRanges: Fact<'workbook', readonly SumRun[]> = defineFact({
  id: 'spreadsheet/sum-ranges',
  reads: 'workbook',
  item: 'cell',
  only: ['formula'],
  start: () => {
    const isSum = new Map<number, boolean>();
    const found: SumRun[] = [];
    let current: Sheet | undefined;
    let open: ({ bottom: number; readonly id: number } | undefined)[] = [];
    return {
      visit({ sheet, row, column, formulaId }: CellCursor) {
        if (isSum.get(formulaId) === false) return;
        if (sheet !== current) [current, open] = [sheet, []];
        const run = open[column];
        if (run?.id === formulaId && run.bottom === row - 1) {
          run.bottom = row;
          return;
        }
        const sum = parseSum(sheet.formula(row, column) ?? '');
        isSum.set(formulaId, sum !== undefined);
        if (!sum) return;
        const made = { ...sum, sheet, column, top: row, bottom: row, id: formulaId };
        open[column] = made;
        found.push(made);
      },
      end: () => found,
    };
  },
});

/** The range of the formula in one row of a run. */
export function sumRangeAt({ top, first, isTopFixed, isBottomFixed }: SumRun, row: number): CellRange {
  const [from, to] = [first.top + (isTopFixed ? 0 : row - top), first.bottom + (isBottomFixed ? 0 : row - top)];
  return { top: Math.min(from, to), bottom: Math.max(from, to), left: first.left, right: first.right };
}

/** The row of a formula of the run that runs over a cell, if there is one. */
export function rowOfSumOver(run: SumRun, row: number, column: number): number | undefined {
  if (column < run.first.left || column > run.first.right) return undefined;
  // Ranges move with their formula or stay: where any of them meets the cell, one of these does.
  return [run.top, run.bottom, run.top + row - run.first.bottom, run.top + row - run.first.top].find((at) => {
    if (at < run.top || at > run.bottom) return false;
    const { top, bottom } = sumRangeAt(run, at);
    return row >= top && row <= bottom;
  });
}

const NAMES = 'SUM|AVERAGE|MIN|MAX|COUNT|PRODUCT|MEDIAN';
const CELLS = new RegExp(String.raw`^\+?(${NAMES})\(\$?([A-Z]{1,3})(\$?)(\d{1,7}):\$?([A-Z]{1,3})(\$?)(\d{1,7})\)$`, 'i');
const COLUMNS = new RegExp(String.raw`^\+?(${NAMES})\(\$?([A-Z]{1,3}):\$?([A-Z]{1,3})\)$`, 'i');

function parseSum(formula: string): Pick<SumRun, 'name' | 'first' | 'isTopFixed' | 'isBottomFixed'> | undefined {
  const text = formula.trim();
  const cells = CELLS.exec(text);
  const columns = cells ? undefined : COLUMNS.exec(text);
  const [a, b] = cells ? [cells[2], cells[5]] : [columns?.[2], columns?.[3]];
  const [left, right] = [columnIndex(a ?? ''), columnIndex(b ?? '')];
  if (left === undefined || right === undefined) return undefined;
  const rows = cells ? [Number(cells[4]) - 1, Number(cells[7]) - 1] : [0, LAST_ROW];
  return {
    name: (cells?.[1] ?? columns?.[1] ?? '').toUpperCase(),
    first: { left: Math.min(left, right), right: Math.max(left, right), top: rows[0] ?? 0, bottom: rows[1] ?? 0 },
    isTopFixed: !cells || cells[3] === '$',
    isBottomFixed: !cells || cells[6] === '$',
  };
}
