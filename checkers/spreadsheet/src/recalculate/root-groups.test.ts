import { expect, it } from 'vitest';
import type { FormulaGraph, FormulaNode } from './formula-graph.ts';
import { rootGroups } from './root-groups.ts';

/** Formulas 0 to 3, and behind them ranges, each with the vertices that depend on it. */
function graphOf(dependents: readonly (readonly number[])[]): FormulaGraph {
  return {
    nodes: dependents.slice(0, FORMULAS).map(() => ({}) as FormulaNode),
    ranges: [],
    sheet: () => 0,
    cut: (range) => range,
    nodeAt: () => undefined,
    dependents: (vertex) => dependents[vertex] ?? [],
    isLazy: () => false,
  };
}
const FORMULAS = 4;

it('tells causes from what they affect, also by way of ranges that begin with each other', () => {
  // 0 stands in range 4, which range 5 begins with; 1 uses range 4 and 2 range 5; 3 is alone.
  const graph = graphOf([[4], [], [], [], [1, 5], [2]]);
  expect(rootGroups(graph, new Set([0, 1, 2, 3]), String)).toEqual([
    { roots: [0], affected: [1, 2] },
    { roots: [3], affected: [] },
  ]);
});

it('passes over formulas that are right', () => {
  const graph = graphOf([[4], [5], [], [], [1], [2]]);
  expect(rootGroups(graph, new Set([0, 2]), () => 'alike')).toEqual([{ roots: [0, 2], affected: [] }]);
});
