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
  const affectedBy = (id: number): number[] =>
    graph.dependents(id).flatMap((range) => graph.dependents(range).filter((dependent) => wrong.has(dependent) && dependent !== id));
  const affected = new Set<number>();
  for (const id of wrong) for (const dependent of affectedBy(id)) affected.add(dependent);
  const groups = new Map<string, number[]>();
  for (const id of [...wrong].toSorted((a, b) => a - b)) {
    if (affected.has(id)) continue;
    const key = classOf(id);
    const group = groups.get(key);
    if (group) group.push(id);
    else groups.set(key, [id]);
  }
  return [...groups.values()].map((roots) => {
    const seen = new Set(roots);
    const work = [...roots];
    for (let id = work.pop(); id !== undefined; id = work.pop())
      for (const dependent of affectedBy(id)) {
        if (seen.has(dependent)) continue;
        seen.add(dependent);
        work.push(dependent);
      }
    return { roots, affected: [...seen].slice(roots.length) };
  });
}
