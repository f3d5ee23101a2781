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
 * True for a part without partner that the counts prove: in its region nothing is left over on the other side, it is no
 * paragraph that a neighbour's translation may hold as well, and none of its neighbours could be the one.
 */
export function isProvenLink(link: Link, region: LinkedUnits, model: CostModel): boolean {
  const isMissing = link.target === link.targetEnd;
  if (!isMissing && link.source !== link.sourceEnd) return false;
  const { links, isExact } = region;
  const isOther = ({ source, sourceEnd, target, targetEnd }: Link): boolean =>
    (isMissing ? source === sourceEnd : target === targetEnd) || sourceEnd - source > 1 || targetEnd - target > 1;
  if (links.some(isOther)) return false;
  const unit = isMissing ? region.sources[link.source] : region.targets[link.target];
  if (unit?.role === 'heading') return true;
  return isExact && unit !== undefined && [-1, 1].every((direction) => isApart(unit, link, direction, isMissing, region, model));
}

/** The unit fits none of the units in one direction better than its own partner does, and does not fit together with the first. */
function isApart(
  unit: Unit,
  link: Link,
  direction: number,
  isMissing: boolean,
  { sources, targets, links }: LinkedUnits,
  model: CostModel,
): boolean {
  const cost = (own: Unit, other: Unit): number => (isMissing ? pairCost(own, other, model) : pairCost(other, own, model));
  let [shifted, more] = [unit, 0];
  const first = links.indexOf(link) + direction;
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
