import type { Link } from './align-sequence.ts';
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
    return isExact && unit !== undefined && [-1, 1].every((direction) => isApart(unit, at, direction, isMissing, region, model));
  };
  const proven = new Set<Link>();
  for (const [at, link] of links.entries()) {
    if ((link.source === link.sourceEnd || link.target === link.targetEnd) && isProven(link, at)) proven.add(link);
  }
  return proven;
}

/** The unit fits none of the units in one direction better than its own partner does, and does not fit together with the first. */
function isApart(
  unit: Unit,
  gap: number,
  direction: number,
  isMissing: boolean,
  { sources, targets, links }: LinkedUnits,
  model: CostModel,
): boolean {
  const cost = (own: Unit, other: Unit): number => (isMissing ? pairCost(own, other, model) : pairCost(other, own, model));
  let [shifted, more] = [unit, 0];
  const first = gap + direction;
  for (let at = first; at >= 0 && at < links.length; at += direction) {
    const neighbour = links[at];
    const [source, target] = [neighbour && sources[neighbour.source], neighbour && targets[neighbour.target]];
    if (!neighbour || !source || !target || neighbour.source === neighbour.sourceEnd || neighbour.target === neighbour.targetEnd)
      return true;
    const [own, other] = isMissing ? [source, target] : [target, source];
    const now = cost(own, other);
    const merged = at !== first ? undefined : direction < 0 ? mergeOf(own, unit) : mergeOf(unit, own);
    if (merged && cost(merged, other) - now < MARGIN) return false;
    more += cost(shifted, other) - now;
    if (more < MARGIN) return false;
    if (more === Infinity) return true;
    shifted = own;
  }
  return true;
}
