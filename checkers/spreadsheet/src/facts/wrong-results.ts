import { defineFact, type Fact } from '@preflag/core';
import type { CellValue, Workbook } from '@preflag/readers';
import type { CalculatedValue } from '../recalculate/calculator.ts';
import type { FormulaGraph } from '../recalculate/formula-graph.ts';
import { rootGroups } from '../recalculate/root-groups.ts';
import { isSameValue } from '../recalculate/same-value.ts';
import { recalculation } from './recalculation.ts';

/** Formulas with one cause whose value is not what they give. Sheet, row and column of the first are 0-based. */
export interface WrongResult {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly calculated: CalculatedValue;
  /** How many formulas like this one are wrong, with it. */
  readonly alike: number;
  /** How many others are wrong because they use these. */
  readonly affected: number;
  /** All of them, as nodes of the graph of formulas: these and the affected ones. */
  readonly members: readonly number[];
  /** True where the engine is known to compute all that the formula uses as spreadsheet programs do. */
  readonly proven: boolean;
}

/** `stale` holds another value; `failing` gives an error, where the cell holds a value or nothing. */
export const wrongResults: Fact<'workbook', { readonly stale: readonly WrongResult[]; readonly failing: readonly WrongResult[] }> =
  defineFact({
    id: 'spreadsheet/wrong-results',
    reads: 'workbook',
    uses: [recalculation],
    compute(model, facts) {
      const { result, isProven } = facts(recalculation);
      if (!result) return { stale: [], failing: [] };
      const { graph, outcomes } = result;
      const [stale, failing] = [new Set<number>(), new Set<number>()];
      for (const [id, outcome] of outcomes.entries()) {
        if (outcome.kind !== 'value') continue;
        const { sheet, row, column } = graph.nodes[id]!;
        const held = model.sheets[sheet]!.value(row, column);
        const isError = typeof outcome.value === 'object';
        if (isError && typeof held !== 'object') failing.add(id);
        else if (!isError && held !== undefined && !isSameValue(held, outcome.value, model.sheets[sheet]!.format(row, column)))
          stale.add(id);
      }
      const groupsOf = (wrong: ReadonlySet<number>): readonly WrongResult[] =>
        rootGroups(graph, wrong, (id) => {
          const { sheet, row, column } = graph.nodes[id]!;
          return `${sheet} ${model.sheets[sheet]!.formulaId(row, column)}`;
        }).flatMap(({ roots, affected }) => {
          const first = roots[0]!;
          const outcome = outcomes[first]!;
          const { sheet, row, column } = graph.nodes[first]!;
          if (outcome.kind !== 'value') return [];
          const proven =
            isProven(first) && isPlain(outcome.value, model.sheets[sheet]!.value(row, column)) && !usesText(model, graph, first);
          return [
            {
              sheet,
              row,
              column,
              calculated: outcome.value,
              alike: roots.length,
              affected: affected.length,
              members: [...roots, ...affected],
              proven,
            },
          ];
        });
      return { stale: groupsOf(stale), failing: groupsOf(failing) };
    },
  });

/** What programs of other languages make of texts, and when they give up, is not the same: these prove nothing. */
function isPlain(calculated: CalculatedValue, held: CellValue): boolean {
  return typeof held !== 'object' && (typeof calculated !== 'object' || calculated.error !== '#VALUE!');
}

/** Text in a single cell may be one that programs of other languages take for a number. */
function usesText(workbook: Workbook, graph: FormulaGraph, id: number): boolean {
  return graph.nodes[id]!.uses.some((range) => {
    const { sheet, top, bottom, left, right } = graph.ranges[range]!;
    return top === bottom && left === right && workbook.sheets[sheet]!.kind(top, left) === 'string';
  });
}
