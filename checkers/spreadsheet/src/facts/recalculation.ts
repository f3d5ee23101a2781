import { defineFact, type Fact } from '@preflag/core';
import type { CalculatedValue } from '../recalculate/calculator.ts';
import { ironCalc } from '../recalculate/ironcalc.ts';
import { REASONS, type Reason } from '../recalculate/outcome.ts';
import { provenFormulas } from '../recalculate/proven-formulas.ts';
import { RECALCULATION_LIMITS, recalculateWorkbook, type RecalculatedWorkbook } from '../recalculate/recalculate-workbook.ts';
import { formulaPlaces, MOST_FORMULAS } from './formula-places.ts';

/** What the formulas of a workbook give when they are computed anew. */
export interface Recalculation {
  /** How many formulas were computed. */
  readonly computed: number;
  /** Absent where there is no formula, and where the workbook as a whole is not recalculated. */
  readonly result?: RecalculatedWorkbook;
  /** What was not computed and why, to be reported as not checked. */
  readonly left?: { readonly code: 'limit' | 'format'; readonly text: string };
  /** The value of a formula; `undefined` where it was not computed, and for other cells. Sheet, row and column are 0-based. */
  valueAt(sheet: number, row: number, column: number): CalculatedValue | undefined;
  /** True where the engine is known to compute all that the formula uses, and all above it, as spreadsheet programs do. A node of the graph. */
  readonly isProven: (id: number) => boolean;
}

/** Recalculates the workbook. The engine is loaded only where there are formulas. */
export const recalculation: Fact<'workbook', Recalculation> = defineFact({
  id: 'spreadsheet/recalculation',
  reads: 'workbook',
  uses: [formulaPlaces],
  async compute(model, facts, limits): Promise<Recalculation> {
    const { count, cells } = facts(formulaPlaces);
    if (count === 0) return nothing();
    if (count > MOST_FORMULAS)
      return nothing('limit', `${english(count)} formulas were not recalculated: that is done up to ${english(MOST_FORMULAS)}.`);
    if (model.date1904) return nothing('format', `${formulas(count)} not recalculated, since the workbook counts dates from 1904.`);
    const result = await recalculateWorkbook(model, cells, ironCalc(), { ms: limits.calcMs, ...RECALCULATION_LIMITS });
    if (!result) return nothing('limit', `${formulas(count)} not recalculated: they depend on each other in too many ways.`);
    const left = whatIsLeft(result);
    return {
      isProven: provenFormulas(result.graph),
      result,
      computed: result.outcomes.filter(({ kind }) => kind === 'value').length,
      ...(left && { left }),
      valueAt(sheet, row, column) {
        const id = result.graph.nodeAt({ sheet, row, column });
        const outcome = id === undefined ? undefined : result.outcomes[id];
        return outcome?.kind === 'value' ? outcome.value : undefined;
      },
    };
  },
});

function nothing(code?: 'limit' | 'format', text?: string): Recalculation {
  return {
    computed: 0,
    ...(code !== undefined && text !== undefined && { left: { code, text } }),
    valueAt: () => undefined,
    isProven: () => false,
  };
}

/** `12 of 40 formulas were not recalculated: 8 depend on the moment (TODAY), 4 depend on one that was not recalculated.` */
function whatIsLeft({ outcomes }: RecalculatedWorkbook): Recalculation['left'] {
  const counts = new Map<Reason, { count: number; readonly details: Set<string> }>();
  for (const outcome of outcomes) {
    if (outcome.kind === 'value') continue;
    const own = counts.get(outcome.reason) ?? { count: 0, details: new Set<string>() };
    counts.set(outcome.reason, own);
    own.count += 1;
    if (outcome.detail !== undefined && own.details.size < MOST_DETAILS) own.details.add(outcome.detail);
  }
  if (counts.size === 0) return undefined;
  const sorted = [...counts].toSorted(([, a], [, b]) => b.count - a.count);
  const parts = sorted.map(
    ([reason, { count, details }]) => `${english(count)} ${REASONS[reason]}${details.size > 0 ? ` (${[...details].join(', ')})` : ''}`,
  );
  const all = sorted.reduce((sum, [, { count }]) => sum + count, 0);
  return {
    code: counts.has('limit') ? 'limit' : 'format',
    text: `${english(all)} of ${formulas(outcomes.length)} not recalculated: ${parts.join('; ')}.`,
  };
}

const MOST_DETAILS = 4;

function formulas(count: number): string {
  return count === 1 ? 'the one formula was' : `${english(count)} formulas were`;
}

function english(count: number): string {
  return count.toLocaleString('en-US');
}
