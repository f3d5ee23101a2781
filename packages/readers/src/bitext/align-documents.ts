import type { Block, Document } from '../document/model.ts';
import type { Link } from './align-sequence.ts';
import { alignSequence } from './align-sequence.ts';
import { alignTables } from './align-tables.ts';
import { AnchorModel } from './anchors.ts';
import type { Languages } from './bitext-model.ts';
import { createBitext } from './bitext-model.ts';
import { lengthModel, refineModel } from './length-model.ts';
import type { Bitext } from './model.ts';
import type { CostModel } from './pair-costs.ts';
import { sectionCosts, unitCosts } from './pair-costs.ts';
import { NAMING_MARGIN } from './gap-reach.ts';
import { gapReach, isSameShape, provenGaps } from './proof.ts';
import { SegmentList } from './segment-list.ts';
import type { Section, Unit } from './units.ts';
import { sectionsOf, unitsOf } from './units.ts';

/**
 * Aligns a translation with its source, whatever the formats: headings first, then what stands between headings that
 * belong together, tables by row and column. A part without a partner becomes a segment with one side only.
 */
export function alignDocuments(source: Document, target: Document, languages: Languages): Bitext {
  const isSameFormat = source.format === target.format;
  const [sourceUnits, targetUnits] = [unitsOf(source, isSameFormat), unitsOf(target, isSameFormat)];
  const model: CostModel = {
    length: lengthModel(languages.source ?? source.language, languages.target ?? target.language),
    anchors: new AnchorModel([...sourceUnits, ...targetUnits].map(({ anchors }) => anchors)),
  };
  const first = regionsOf(sourceUnits, targetUnits, model);
  const length = refineModel(model.length, first.flatMap(pairLengths));
  const refined = { ...model, length };
  const regions = Math.abs(length.mean - model.length.mean) < 0.05 ? first : regionsOf(sourceUnits, targetUnits, refined);
  const segments = new SegmentList(source, target);
  for (const region of regions) addRegion(segments, region, refined);
  return createBitext(source, target, languages, segments.list());
}

/** Units between two pairs of headings, with the pair that begins it, and how they are linked. */
interface Region {
  readonly sources: readonly Unit[];
  readonly targets: readonly Unit[];
  readonly links: readonly Link[];
  /** All headings of the documents pair by level and order. */
  readonly isExact: boolean;
}

function regionsOf(sourceUnits: readonly Unit[], targetUnits: readonly Unit[], model: CostModel): Region[] {
  const [sources, targets] = [sectionsOf(sourceUnits), sectionsOf(targetUnits)];
  const [headed, headedTargets] = [sources.slice(1), targets.slice(1)];
  const links = alignSequence(headed.length, headedTargets.length, sectionCosts(headed, headedTargets, model));
  const isExact =
    links.every((link) => isPair(link)) && headed.every((section, index) => levelOf(section) === levelOf(headedTargets[index]));
  const regions: Region[] = [];
  let open = { sources: [...(sources[0]?.units ?? [])], targets: [...(targets[0]?.units ?? [])] };
  let heading: { source: Unit; target: Unit } | undefined;
  const close = (): void => {
    regions.push(linkRegion(heading, open.sources, open.targets, isExact, model));
  };
  for (const link of links) {
    const [source, target] = [headed[link.source], headedTargets[link.target]];
    if (isPair(link) && source?.heading && target?.heading) {
      close();
      heading = { source: source.heading, target: target.heading };
      open = { sources: [...source.units], targets: [...target.units] };
    } else if (link.sourceEnd > link.source && source?.heading) open.sources.push(source.heading, ...source.units);
    else if (target?.heading) open.targets.push(target.heading, ...target.units);
  }
  close();
  return regions;
}

function isPair({ source, sourceEnd, target, targetEnd }: Link): boolean {
  return sourceEnd > source && targetEnd > target;
}

function levelOf(section: Section | undefined): number | undefined {
  return section?.heading?.blocks[0]?.depth;
}

function linkRegion(
  heading: { source: Unit; target: Unit } | undefined,
  sources: readonly Unit[],
  targets: readonly Unit[],
  isExact: boolean,
  model: CostModel,
): Region {
  const links = alignSequence(sources.length, targets.length, unitCosts(sources, targets, model));
  if (!heading) return { sources, targets, links, isExact };
  const shifted = links.map((link) => ({
    source: link.source + 1,
    sourceEnd: link.sourceEnd + 1,
    target: link.target + 1,
    targetEnd: link.targetEnd + 1,
  }));
  const first = { source: 0, sourceEnd: 1, target: 0, targetEnd: 1 };
  return { sources: [heading.source, ...sources], targets: [heading.target, ...targets], links: [first, ...shifted], isExact };
}

function pairLengths({ sources, targets, links }: Region): [number, number][] {
  return links.filter(isPair).map((link) => [sum(sources, link.source, link.sourceEnd), sum(targets, link.target, link.targetEnd)]);
}

function sum(units: readonly Unit[], from: number, to: number): number {
  return units.slice(from, to).reduce((total, { length }) => total + length, 0);
}

function addRegion(segments: SegmentList, region: Region, model: CostModel): void {
  const { sources, targets, links } = region;
  const isSame = region.isExact && isSameShape(sources, targets, links);
  const proven = provenGaps(region, model);
  for (const [at, link] of links.entries()) {
    const [from, to] = [sources.slice(link.source, link.sourceEnd), targets.slice(link.target, link.targetEnd)];
    const isExact = isSame || proven.has(link);
    const [table, other] = [from[0], to[0]];
    if (table?.role === 'table' && other?.role === 'table') {
      for (const { source, target, isExact: isExactPair, candidates } of alignTables(table, other, model))
        segments.add(blocksOf(source), blocksOf(target), 'tableCell', isExact && isExactPair, candidates);
    } else if ((table ?? other)?.role === 'table') {
      for (const block of (table ?? other)?.blocks ?? []) segments.add(table ? [block] : [], table ? [] : [block], 'tableCell', isExact);
    } else {
      const role = (table ?? other)?.role ?? 'other';
      segments.add(
        from.flatMap(({ blocks }) => blocks),
        to.flatMap(({ blocks }) => blocks),
        role === 'table' ? 'tableCell' : role,
        isExact,
        isPair(link) || isExact ? undefined : candidatesOf(region, at, model),
      );
    }
  }
}

/** Where the lengths decide which of several units has no partner: all that could be it. */
function candidatesOf(region: Region, at: number, model: CostModel): readonly Block[] {
  const [first, last] = gapReach(region, at, NAMING_MARGIN, model);
  const units = region.links[at]?.target === region.links[at]?.targetEnd ? region.sources : region.targets;
  return units.slice(first, last + 1).flatMap(({ blocks }) => blocks.slice(0, 1));
}

function blocksOf(block: Block | undefined): Block[] {
  return block ? [block] : [];
}
