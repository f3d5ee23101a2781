/** Items of the source and of the target that belong together; one side may be empty. Ends are exclusive. */
export interface Link {
  readonly source: number;
  readonly sourceEnd: number;
  readonly target: number;
  readonly targetEnd: number;
}

export interface SequenceCosts {
  /** The cost of a link; `Infinity` for one that may not be. */
  pair(source: number, target: number): number;
  /** The cost of an item that has no partner. */
  sourceGap(source: number): number;
  targetGap(target: number): number;
  /** The cost of two source items for one target item, from the first of them; absent when items never merge. */
  twoToOne?(source: number, target: number): number;
  oneToTwo?(source: number, target: number): number;
  /** The cost of larger groups (two for two, three for one, one for three), from the first of each; absent when there are none. */
  group?(source: number, sources: number, target: number, targets: number): number;
}

const STEPS = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
] as const;
const STEPS_WITH_GROUPS = [...STEPS, [2, 2], [3, 1], [1, 3]] as const;

/** Cells of the table that are computed for two sequences; of longer ones only those near the diagonal. */
const MOST_CELLS = 1_000_000;
/** The same where one sequence is longer, so that the path may stray from the diagonal. */
const MOST_STRAYING_CELLS = 4_000_000;

/**
 * The cheapest alignment of two sequences that keeps their order (dynamic programming as in Gale and Church,
 * "A Program for Aligning Sentences in Bilingual Corpora", 1993).
 */
export function alignSequence(sources: number, targets: number, costs: SequenceCosts): Link[] {
  const steps = costs.group ? STEPS_WITH_GROUPS : STEPS;
  const width = targets + 1;
  const band = bandOf(sources, targets);
  const span = Math.min(width, 2 * band + 1);
  const first = (source: number): number =>
    Math.max(0, Math.min(width - span, Math.round((source * targets) / Math.max(1, sources)) - band));
  const best = new Float64Array((sources + 1) * span).fill(Infinity);
  const step = new Uint8Array((sources + 1) * span);
  const at = (source: number, target: number): number => {
    const column = target - first(source);
    return source < 0 || column < 0 || column >= span ? -1 : source * span + column;
  };
  for (let source = 0; source <= sources; source++) {
    for (let target = first(source); target < first(source) + span; target++) {
      const here = at(source, target);
      if (source === 0 && target === 0) best[here] = 0;
      for (const [index, [fromSource, fromTarget]] of steps.entries()) {
        const before = target >= fromTarget ? at(source - fromSource, target - fromTarget) : -1;
        if (before < 0 || best[before] === Infinity) continue;
        const cost = (best[before] ?? Infinity) + stepCost(costs, source - fromSource, fromSource, target - fromTarget, fromTarget);
        if (cost < (best[here] ?? Infinity)) {
          best[here] = cost;
          step[here] = index;
        }
      }
    }
  }
  return trace(sources, targets, (source, target) => step[at(source, target)] ?? 0);
}

/** How far from the diagonal the path may go. A gap in the longer sequence must fit in. */
function bandOf(sources: number, targets: number): number {
  if (sources * targets <= MOST_CELLS) return targets;
  const widest = (cells: number): number => Math.ceil(cells / (2 * (sources + 1)));
  const slope = Math.ceil(targets / Math.max(1, sources)) + 2;
  return Math.max(slope, Math.min(Math.max(widest(MOST_CELLS), Math.abs(sources - targets) + 8), widest(MOST_STRAYING_CELLS)));
}

/** The cost of a link with so many items on each side. */
function stepCost(costs: SequenceCosts, source: number, sources: number, target: number, targets: number): number {
  if (targets === 0) return costs.sourceGap(source);
  if (sources === 0) return costs.targetGap(target);
  if (sources + targets === 2) return costs.pair(source, target);
  if (sources + targets > 3) return costs.group?.(source, sources, target, targets) ?? Infinity;
  return (sources === 2 ? costs.twoToOne?.(source, target) : costs.oneToTwo?.(source, target)) ?? Infinity;
}

/** What an alignment costs. */
export function costOf(links: readonly Link[], costs: SequenceCosts): number {
  return links.reduce(
    (sum, { source, sourceEnd, target, targetEnd }) => sum + stepCost(costs, source, sourceEnd - source, target, targetEnd - target),
    0,
  );
}

function trace(sources: number, targets: number, stepAt: (source: number, target: number) => number): Link[] {
  const links: Link[] = [];
  for (let [source, target] = [sources, targets]; source > 0 || target > 0;) {
    const [fromSource, fromTarget] = STEPS_WITH_GROUPS[stepAt(source, target)] ?? STEPS[0];
    links.push({ source: source - fromSource, sourceEnd: source, target: target - fromTarget, targetEnd: target });
    source -= fromSource;
    target -= fromTarget;
  }
  return links.toReversed();
}
