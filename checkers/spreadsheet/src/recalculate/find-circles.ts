import type { FormulaGraph } from './formula-graph.ts';

/** Formulas that refer to themselves by way of each other. */
export interface Circle {
  /** All formulas that are on some way round; indexes of nodes, in ascending order. */
  readonly members: readonly number[];
  /** One way round, as short as there is from its first formula; each uses the next, and the last uses the first. */
  readonly path: readonly number[];
  /** False where each way round goes through a branch of an IF or the like, that may never be computed. */
  readonly always: boolean;
}

/** Strongly connected parts of the graph (Tarjan 1972) with a way round. `candidates` are vertices that may be in one. */
export function findCircles(graph: FormulaGraph, candidates: ReadonlySet<number>): readonly Circle[] {
  return components(graph, candidates, () => true).map((component) => {
    const inside = new Set(component);
    const members = component.filter((vertex) => vertex < graph.nodes.length).toSorted((a, b) => a - b);
    const strict = components(graph, inside, (vertex, dependent) => !graph.isLazy(vertex, dependent));
    return { members, path: shortestWay(graph, inside, members[0]!), always: strict.length > 0 };
  });
}

type Counts = (vertex: number, dependent: number) => boolean;

/** Without recursion, since a circle may have as many formulas as the workbook. */
function components(graph: FormulaGraph, candidates: ReadonlySet<number>, counts: Counts): number[][] {
  const found: number[][] = [];
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const onStack = new Set<number>();
  for (const root of candidates) {
    if (index.has(root)) continue;
    const work: { readonly vertex: number; readonly next: number[] }[] = [];
    const enter = (vertex: number): void => {
      index.set(vertex, index.size);
      low.set(vertex, index.size - 1);
      stack.push(vertex);
      onStack.add(vertex);
      work.push({ vertex, next: graph.dependents(vertex).filter((dependent) => candidates.has(dependent) && counts(vertex, dependent)) });
    };
    enter(root);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const { vertex, next } = frame;
      const dependent = next.pop();
      if (dependent === undefined) {
        work.pop();
        const parent = work.at(-1)?.vertex;
        if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, low.get(vertex)!));
        if (low.get(vertex) !== index.get(vertex)) continue;
        const component = stack.splice(stack.lastIndexOf(vertex));
        for (const one of component) onStack.delete(one);
        // A formula that uses its own cell does so through a range, so that a circle has two vertices at least.
        if (component.length > 1) found.push(component);
      } else if (!index.has(dependent)) enter(dependent);
      else if (onStack.has(dependent)) low.set(vertex, Math.min(low.get(vertex)!, index.get(dependent)!));
    }
  }
  return found;
}

function shortestWay(graph: FormulaGraph, inside: ReadonlySet<number>, start: number): readonly number[] {
  const from = new Map<number, number>();
  const queue = [start];
  for (let at = 0; at < queue.length; at += 1) {
    const vertex = queue[at]!;
    for (const dependent of graph.dependents(vertex)) {
      if (!inside.has(dependent) || from.has(dependent)) continue;
      from.set(dependent, vertex);
      if (dependent === start) return wayBack(graph, from, start);
      queue.push(dependent);
    }
  }
  return [start];
}

/** Against the direction of dependence, each formula is followed by one that it uses. */
function wayBack(graph: FormulaGraph, from: ReadonlyMap<number, number>, start: number): readonly number[] {
  const path = [start];
  for (let vertex = from.get(start)!; vertex !== start; vertex = from.get(vertex)!) if (vertex < graph.nodes.length) path.push(vertex);
  return path;
}
