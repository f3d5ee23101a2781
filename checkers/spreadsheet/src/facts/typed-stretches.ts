import { defineFact, type CellRange, type Fact } from '@preflag/core';
import type { Sheet, Workbook } from '@preflag/readers';
import { isClearMajority } from '../clear-majority.ts';
import { ironCalc } from '../recalculate/ironcalc.ts';
import { valuesOfPatterns } from '../recalculate/values-of-patterns.ts';
import { formulaRuns, type FormulaRun, type GroupedRuns } from './formula-runs.ts';

/** A row or column of a block in which numbers are typed where the same row or column of other blocks has formulas only. 0-based. */
export interface TypedStretch {
  readonly sheet: Sheet;
  readonly range: CellRange;
  /** The numbers, from the first to the last in each piece without a formula in between. */
  readonly typed: readonly CellRange[];
  readonly typedCount: number;
  readonly formulaCount: number;
  /** One of its formulas. */
  readonly formulaAt: { readonly row: number; readonly column: number };
  /** A block where all of them are formulas. */
  readonly like: CellRange;
  /** The typed numbers are few beside the formulas. */
  readonly isClear: boolean;
  /** A typed number that is not what the formula would give there. */
  readonly contradiction?: { readonly row: number; readonly column: number; readonly value: number };
  /** The formula adds up a range, so that a number in its place is a total. */
  readonly isTotal: boolean;
  /** The formula would give an error for one of them. */
  readonly wouldFail: boolean;
}

/** Compares stretches of formulas of one form that come again and again down a sheet, in the same columns. */
export const typedStretches: Fact<'workbook', readonly TypedStretch[]> = defineFact({
  id: 'spreadsheet/typed-stretches',
  reads: 'workbook',
  uses: [formulaRuns],
  async compute(model, facts) {
    const found = facts(formulaRuns).flatMap(({ sheet, groups }) => stretchesOn(sheet, groups));
    return found.length === 0 ? [] : withValues(model, found);
  },
});

type Draft = Omit<TypedStretch, 'contradiction' | 'wouldFail'>;

/** Adds what the formula of each stretch would give where numbers are typed. The engine is loaded only where there are some. */
async function withValues(model: Workbook, drafts: readonly Draft[]): Promise<readonly TypedStretch[]> {
  const cells = drafts.flatMap((draft) =>
    draft.typed.flatMap(cellsOf).map((place) => ({ draft, sheet: model.sheets.indexOf(draft.sheet), ...place, pattern: draft.formulaAt })),
  );
  const values = await valuesOfPatterns(model, cells, ironCalc());
  const byDraft = Map.groupBy(
    cells.map((cell, index) => ({ ...cell, value: values[index] })),
    ({ draft }) => draft,
  );
  return [...byDraft].flatMap(([draft, own]) => {
    const [contradiction] = own.flatMap(({ row, column, value }) =>
      typeof value === 'number' && isOff(draft.sheet.number(row, column), value) ? [{ row, column, value }] : [],
    );
    // Where the numbers are what the formula gives, and are not few, results were typed in and formulas added later: a way of working.
    if (!contradiction && !draft.isClear && own.every(({ value }) => typeof value === 'number')) return [];
    return [{ ...draft, ...(contradiction && { contradiction }), wouldFail: own.some(({ value }) => typeof value === 'object') }];
  });
}

/** Beyond what comes of parts that were rounded, or of a few digits less. */
function isOff(held: number, computed: number): boolean {
  return Math.abs(held - computed) > ROUNDING * Math.max(Math.abs(held), Math.abs(computed));
}

const ROUNDING = 0.01;

function cellsOf({ top, bottom, left, right }: CellRange): readonly { readonly row: number; readonly column: number }[] {
  return Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, index) => ({
    row: top + Math.floor(index / (right - left + 1)),
    column: left + (index % (right - left + 1)),
  }));
}

function stretchesOn(sheet: Sheet, groups: GroupedRuns['groups']): readonly Draft[] {
  const found = new Map<string, Draft>();
  const byForm = Map.groupBy(groups, ([run]) => `${run?.along} ${run?.form}`);
  for (const alike of byForm.values()) {
    const whole = alike.filter(({ length }) => length >= FEWEST_BLOCKS).slice(0, MOST_KINDS);
    for (const blocks of whole)
      for (const pieces of alike)
        // What comes more often than the whole blocks is no exception.
        if (pieces !== blocks && pieces.length < blocks.length)
          for (const piece of pieces) {
            const stretch = stretchAt(sheet, piece, blocks);
            if (stretch) found.set(`${piece.along} ${stretch.range.top} ${stretch.range.left}`, stretch);
          }
  }
  return [...found.values()];
}

const FEWEST_BLOCKS = 2;
const MOST_KINDS = 20;

/** The stretch of a piece, when it has the place and size of the whole blocks, and holds nothing but formulas and typed numbers. */
function stretchAt(sheet: Sheet, piece: FormulaRun, blocks: readonly FormulaRun[]): Draft | undefined {
  const [block] = blocks;
  if (!block || piece.last - piece.first >= block.last - block.first) return undefined;
  const span = piece.along === 'row' ? spanInRow(piece, block) : spanInColumn(sheet, piece, block);
  if (!span) return undefined;
  const typed: { first: number; last: number }[] = [];
  let typedCount = 0;
  for (let at = span.first; at <= span.last; at += 1) {
    const { row, column } = placeIn(piece, at);
    if (sheet.formulaId(row, column) !== 0) continue;
    if (sheet.kind(row, column) !== 'number' || sheet.isDate(row, column)) return undefined;
    typedCount += 1;
    const open = typed.at(-1);
    if (open?.last === at - 1) open.last = at;
    else typed.push({ first: at, last: at });
  }
  const formulaCount = span.last - span.first + 1 - typedCount;
  if (typedCount === 0 || formulaCount < FEWEST_FORMULAS) return undefined;
  const formulaAt = firstFormula(sheet, piece, span);
  return {
    sheet,
    range: rangeIn(piece, span),
    typed: typed.map((part) => rangeIn(piece, part)),
    typedCount,
    formulaCount,
    formulaAt,
    isTotal: TOTAL.test(sheet.formula(formulaAt.row, formulaAt.column) ?? ''),
    like: rangeIn(block, block),
    isClear: isClearMajority(formulaCount, typedCount),
  };
}

const FEWEST_FORMULAS = 2;
const TOTAL = /^\+?SUM\([^()]*\)$/i;

interface Span {
  readonly first: number;
  readonly last: number;
}

function spanInRow(piece: FormulaRun, block: FormulaRun): Span | undefined {
  return piece.first >= block.first && piece.last <= block.last ? { first: block.first, last: block.last } : undefined;
}

/** Blocks one below the other begin anywhere: what there is of numbers and formulas around the piece must be as long as they are. */
function spanInColumn(sheet: Sheet, piece: FormulaRun, block: FormulaRun): Span | undefined {
  const length = block.last - block.first + 1;
  if (piece.fixed !== block.fixed) return undefined;
  const isFilled = (row: number): boolean => row >= 0 && sheet.kind(row, piece.fixed) === 'number';
  let { first, last } = piece;
  while (last - first < length && isFilled(first - 1)) first -= 1;
  while (last - first < length && isFilled(last + 1)) last += 1;
  return last - first + 1 === length ? { first, last } : undefined;
}

function firstFormula(sheet: Sheet, piece: FormulaRun, { first, last }: Span): { readonly row: number; readonly column: number } {
  for (let at = first; at <= last; at += 1) {
    const { row, column } = placeIn(piece, at);
    if (sheet.formulaId(row, column) !== 0) return { row, column };
  }
  return placeIn(piece, piece.first);
}

function placeIn({ along, fixed }: FormulaRun, at: number): { readonly row: number; readonly column: number } {
  return along === 'row' ? { row: fixed, column: at } : { row: at, column: fixed };
}

function rangeIn({ along, fixed }: FormulaRun, { first, last }: Span): CellRange {
  return along === 'row'
    ? { top: fixed, bottom: fixed, left: first, right: last }
    : { top: first, bottom: last, left: fixed, right: fixed };
}
