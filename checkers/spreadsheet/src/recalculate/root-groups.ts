import type { FormulaGraph } from './formula-graph.ts';

/** Formulas that are equal in R1C1 terms, where something begins to be wrong. */
export interface RootGroup {
  /** Indexes of nodes, in the order of the workbook. */
  readonly roots: readonly number[];
  /** The further formulas that are wrong because they use these. */
  readonly affected: readonly number[];
}

/**
 * Groups wrong formulas by cause: a root uses no other wrong formula, and what uses a wrong one counts as affected by it.
 *
 * @param classOf equal for formulas that belong together
 */
export function rootGroups(graph: FormulaGraph, wrong: ReadonlySet<number>, classOf: (id: number) => string): readonly RootGroup[] {
  const affected = affectedBy(graph, wrong, wrong);
  const groups = new Map<string, number[]>();
  for (const id of [...wrong].toSorted((a, b) => a - b)) {
    if (affected.has(id)) continue;
    const key = classOf(id);
    const group = groups.get(key);
    if (group) group.push(id);
    else groups.set(key, [id]);
  }
  return [...groups.values()].map((roots) => {
    const below = affectedBy(graph, roots, wrong);
    for (const root of roots) below.delete(root);
    return { roots, affected: [...below] };
  });
}

/** Wrong formulas that use one of these, or by way of other wrong ones. */
function affectedBy(graph: FormulaGraph, formulas: Iterable<number>, wrong: ReadonlySet<number>): Set<number> {
  const seen = new Set<number>();
  const work = [...formulas];
  for (let vertex = work.pop(); vertex !== undefined; vertex = work.pop())
    for (const dependent of graph.dependents(vertex)) {
      if (seen.has(dependent) || (dependent < graph.nodes.length && !wrong.has(dependent))) continue;
      seen.add(dependent);
      work.push(dependent);
    }
  return new Set([...seen].filter((vertex) => vertex < graph.nodes.length));
}
