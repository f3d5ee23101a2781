import type { FormulaGraph } from './formula-graph.ts';
import { PROVEN } from './functions.ts';

/** True for formulas that use only proven functions, and only formulas that do so: a chain without proof above is no proof below. */
export function provenFormulas(graph: FormulaGraph): (id: number) => boolean {
  const doubtful = new Set<number>();
  const work = graph.nodes.flatMap(({ parsed }, id) => (parsed.functions.every((name) => PROVEN.has(name)) ? [] : [id]));
  for (let vertex = work.pop(); vertex !== undefined; vertex = work.pop()) {
    if (doubtful.has(vertex)) continue;
    doubtful.add(vertex);
    for (const dependent of graph.dependents(vertex)) work.push(dependent);
  }
  return (id) => !doubtful.has(id);
}
