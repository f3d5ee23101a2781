import type { Link } from './align-sequence.ts';
import { reachOf } from './gap-reach.ts';
import type { CostModel } from './pair-costs.ts';
import { mergeOf, pairCost } from './pair-costs.ts';
import type { Unit } from './units.ts';

/** Both sides have the same kinds of units in the same order, and were linked one to one. */
export function isSameShape(sources: readonly Unit[], targets: readonly Unit[], links: readonly Link[]): boolean {
  return (
    sources.length === targets.length &&
    sources.every((unit, index) => unit.role === targets[index]?.role) &&
    links.every(({ source, sourceEnd, target, targetEnd }) => source === target && sourceEnd === source + 1 && targetEnd === target + 1)
  );
}

/** By how much the alignment must be better than one in which a neighbour has no partner, or two are one. */
const MARGIN = 4;

export interface LinkedUnits {
  readonly sources: readonly Unit[];
  readonly targets: readonly Unit[];
  readonly links: readonly Link[];
  readonly isExact: boolean;
}

/**
 * The parts without partner that the counts prove: in their region nothing is left over on the other side, they are no
 * paragraphs that a neighbour's translation may hold as well, and none of their neighbours could be the one.
 */
export function provenGaps(region: LinkedUnits, model: CostModel): ReadonlySet<Link> {
  const { links, isExact } = region;
  const gaps = links.filter(({ source, sourceEnd, target, targetEnd }) => source === sourceEnd || target === targetEnd);
  const isMissing = gaps[0]?.target === gaps[0]?.targetEnd;
  const isOneSided = gaps.every(({ target, targetEnd }) => (target === targetEnd) === isMissing);
  if (!isOneSided || links.some(({ source, sourceEnd, target, targetEnd }) => sourceEnd - source > 1 || targetEnd - target > 1))
    return new Set();
  const isProven = (link: Link, at: number): boolean => {
    const unit = isMissing ? region.sources[link.source] : region.targets[link.target];
    if (unit?.role === 'heading') return true;
    if (!isExact || !unit || [-1, 1].some((direction) => mayBeHeldBy(links[at + direction], unit, direction, isMissing, region, model)))
      return false;
    const [first, last] = gapReach(region, at, MARGIN, model);
    return first === last;
  };
  const proven = new Set<Link>();
  for (const [at, link] of links.entries()) {
    if ((link.source === link.sourceEnd || link.target === link.targetEnd) && isProven(link, at)) proven.add(link);
  }
  return proven;
}

/** The first and the last unit, on the side of a part without partner, that could be the one instead. */
export function gapReach(
  { sources, targets, links }: LinkedUnits,
  at: number,
  margin: number,
  model: CostModel,
): readonly [number, number] {
  return reachOf(links, at, margin, (source, target) => pairCost(sources[source], targets[target], model));
}

/** The partner of a neighbour fits the neighbour together with the unit as well. */
function mayBeHeldBy(
  neighbour: Link | undefined,
  unit: Unit,
  direction: number,
  isMissing: boolean,
  { sources, targets }: LinkedUnits,
  model: CostModel,
): boolean {
  const [source, target] = [neighbour && sources[neighbour.source], neighbour && targets[neighbour.target]];
  if (!neighbour || !source || !target || neighbour.source === neighbour.sourceEnd || neighbour.target === neighbour.targetEnd)
    return false;
  const [own, other] = isMissing ? [source, target] : [target, source];
  const cost = (one: Unit): number => (isMissing ? pairCost(one, other, model) : pairCost(other, one, model));
  const merged = direction < 0 ? mergeOf(own, unit) : mergeOf(unit, own);
  return merged !== undefined && cost(merged) - cost(own) < MARGIN;
}
