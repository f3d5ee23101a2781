import type { AnchorModel } from './anchors.ts';
import { joinAnchors } from './anchors.ts';
import type { SequenceCosts } from './align-sequence.ts';
import type { LengthModel } from './length-model.ts';
import { lengthCost } from './length-model.ts';
import type { Section, Unit } from './units.ts';

/** What both kinds of costs are computed with. */
export interface CostModel {
  readonly length: LengthModel;
  readonly anchors: AnchorModel;
}

/** What an item without a partner costs. Lower finds more omissions, and more that are none. */
const GAP = 5;
const LONG_GAP = 2;
const MERGE = 4.5;
const HEADING_GAP = 6;

/** Costs of aligning units between two headings that belong together. */
export function unitCosts(sources: readonly Unit[], targets: readonly Unit[], model: CostModel): SequenceCosts {
  const mergedSources = sources.map((unit, at) => mergeOf(unit, sources[at + 1]));
  const mergedTargets = targets.map((unit, at) => mergeOf(unit, targets[at + 1]));
  const merged = (source: Unit | undefined, target: Unit | undefined): number =>
    source && target ? MERGE + pairCost(source, target, model) : Infinity;
  return {
    pair: (source, target) => pairCost(sources[source], targets[target], model),
    sourceGap: (source) => gapCost(sources[source]),
    targetGap: (target) => gapCost(targets[target]),
    twoToOne: (source, target) => merged(mergedSources[source], targets[target]),
    oneToTwo: (source, target) => merged(sources[source], mergedTargets[target]),
  };
}

/** How badly two units fit; negative where anchors say that they belong together. */
export function pairCost(source: Unit | undefined, target: Unit | undefined, model: CostModel): number {
  if (!source || !target) return Infinity;
  const roles = roleCost(source, target);
  if (roles === Infinity) return Infinity;
  return roles + lengthCost(source.length, target.length, model.length) + model.anchors.cost(source.anchors, target.anchors);
}

function gapCost(unit: Unit | undefined): number {
  return GAP + Math.min(LONG_GAP, (unit?.length ?? 0) / 300) + (unit?.role === 'table' ? LONG_GAP : 0);
}

function roleCost(source: Unit, target: Unit): number {
  if (source.role === 'table' && target.role === 'table')
    return Math.min(6, Math.abs(source.rows - target.rows)) / 2 + Math.min(4, Math.abs(source.columns - target.columns));
  const [block, other] = [source.blocks[0], target.blocks[0]];
  if (source.role === target.role)
    return (
      Number(block?.item?.level !== other?.item?.level) + Number(block?.depth !== other?.depth) + Number(block?.type !== other?.type) * 4
    );
  const roles = new Set([source.role, target.role]);
  if (roles.has('paragraph') && roles.has('listItem')) return 3;
  return roles.has('paragraph') && roles.has('heading') ? 4 : Infinity;
}

/** Two paragraphs that a translator may have made into one. */
export function mergeOf(first: Unit | undefined, second: Unit | undefined): Unit | undefined {
  if (first?.role !== 'paragraph' || second?.role !== 'paragraph') return undefined;
  return {
    ...first,
    blocks: [...first.blocks, ...second.blocks],
    length: first.length + second.length,
    anchors: joinAnchors([first.anchors, second.anchors]),
  };
}

/** Costs of aligning sections by their headings and what stands under them. The first sections have no heading and are left out. */
export function sectionCosts(sources: readonly Section[], targets: readonly Section[], model: CostModel): SequenceCosts {
  return {
    pair(source, target) {
      const [from, to] = [sources[source], targets[target]];
      if (!from?.heading || !to?.heading) return Infinity;
      const levels = Math.min(3, Math.abs((from.heading.blocks[0]?.depth ?? 0) - (to.heading.blocks[0]?.depth ?? 0)) * 2);
      const titles =
        lengthCost(from.heading.length, to.heading.length, model.length) / 2 + model.anchors.cost(from.heading.anchors, to.heading.anchors);
      const counts = Math.min(4, Math.abs(from.units.length - to.units.length)) * 0.8;
      const texts =
        Math.min(8, lengthCost(from.length, to.length, model.length)) * 0.5 + model.anchors.cost(from.anchors, to.anchors) * 0.5;
      return levels + titles + counts + texts;
    },
    sourceGap: () => HEADING_GAP,
    targetGap: () => HEADING_GAP,
  };
}
