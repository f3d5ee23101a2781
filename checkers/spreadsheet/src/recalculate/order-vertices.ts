import type { FormulaGraph } from './formula-graph.ts';

/** The vertices so that each comes after those that it depends on. What is in a circle, or depends on one, is left out. */
export function orderVertices(graph: FormulaGraph): readonly number[] {
  const count = graph.nodes.length + graph.ranges.length;
  const open = new Int32Array(count);
  for (let vertex = 0; vertex < count; vertex += 1) for (const dependent of graph.dependents(vertex)) open[dependent]! += 1;
  const order: number[] = [];
  for (let vertex = 0; vertex < count; vertex += 1) if (open[vertex] === 0) order.push(vertex);
  for (let at = 0; at < order.length; at += 1)
    for (const dependent of graph.dependents(order[at]!)) {
      open[dependent]! -= 1;
      if (open[dependent] === 0) order.push(dependent);
    }
  return order;
}
