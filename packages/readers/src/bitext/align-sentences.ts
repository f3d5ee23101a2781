import { alignSequence, costOf, type Link, type SequenceCosts } from './align-sequence.ts';
import { AnchorModel, anchorsOf, joinAnchors, type Anchors } from './anchors.ts';
import { reachOf } from './gap-reach.ts';
import { lengthDeviation, refineModel, weightOf, type LengthModel } from './length-model.ts';
import type { Sentence } from './sentences.ts';

/** The sentences of a paragraph and of its translation. */
export interface SentencePair {
  readonly source: readonly Sentence[];
  readonly target: readonly Sentence[];
}

/** A sentence for which the other side has nothing. */
export interface SentenceGap {
  /** The side that has the sentence. */
  readonly side: 'source' | 'target';
  readonly sentence: Sentence;
  /** The sentences, in their order, any of which may be the one; it is among them. */
  readonly candidates: readonly Sentence[];
  /** Where on the other side it would stand, in UTF-16 units from its start. */
  readonly place: number;
}

/**
 * What a sentence without a partner costs, two for one, and larger groups: negative logarithms of how often they come, as Gale and Church
 * (1993) count them, but for a gap, which is commoner in what machines translate.
 */
const [GAP, MERGE, GROUP] = [4, 2.4, 4.5];
/**
 * By how much the alignment with gaps must be better than the best one without. Of paragraphs of five human sentences 0.2 % have a gap by
 * it, and 91 % of those that lack one (`bench/translation/run.ts --omissions`).
 */
const MARGIN = 0.5;
/** Within this the sentence without a partner is not named alone. */
const NAMING_MARGIN = 3;
/** Paragraphs whose lengths fit this well, in standard deviations, and that have as many sentences, are not aligned. */
const FITTING = 1;
const LARGEST_GROUP = 3;
/** Longer paragraphs are not aligned; nor are more pairs of sentences in a file, which takes a few seconds. */
const [MOST_SENTENCES, MOST_COMPARED] = [100, 500_000];
/** So many pairs of sentences show how free a translation is; never beyond these bounds. */
const [LEAST_PAIRS, LEAST_SPREAD, MOST_SPREAD] = [30, 0.4, 2];
/** Small numbers are often written in words; others are hardly ever lost. */
const LONE_NUMBER = 2.5;
/** In short texts, too, a number or a name that both have says as much as in one of so many sentences. */
const LEAST_SENTENCES = 100;
/** Degrees of freedom of Student's distribution: real sentences deviate more often than normal ones. */
const FREEDOM = 4;

/**
 * Finds the sentences without a partner in paragraphs that belong together, by lengths, numbers, names and signs; none where the two may
 * well say the same in more or fewer sentences. Give all paragraphs of a file at once: what comes in many says little.
 * @returns the gaps of each pair, in the order of the pairs; `undefined` for pairs that were not looked at, since there were too many sentences
 */
export function findSentenceGaps(pairs: readonly SentencePair[], length: LengthModel): readonly (readonly SentenceGap[] | undefined)[] {
  const lengths = sentenceLengths(pairs, length);
  const isOpen = pairs.map((pair) => mayHaveGap(pair, lengths));
  if (!isOpen.includes(true)) return pairs.map(() => []);
  const anchors = new Map(
    pairs.flatMap(({ source, target }) => [...source, ...target].map((sentence) => [sentence, anchorsOf(sentence)] as const)),
  );
  const model: Model = { lengths, anchors, weights: new AnchorModel([...anchors.values()], LEAST_SENTENCES) };
  let compared = 0;
  return pairs.map((pair, index) => {
    if (!isOpen[index]) return [];
    const cells = pair.source.length * pair.target.length;
    if (cells > MOST_SENTENCES ** 2 || compared + cells > MOST_COMPARED) return undefined;
    compared += cells;
    return gapsOf(pair, model);
  });
}

interface Model {
  readonly lengths: LengthModel;
  readonly anchors: ReadonlyMap<Sentence, Anchors>;
  readonly weights: AnchorModel;
}

/** The lengths that pairs of sentences have in this file, where enough paragraphs have as many sentences as their sources. */
function sentenceLengths(pairs: readonly SentencePair[], length: LengthModel): LengthModel {
  const even = pairs.filter(({ source, target }) => source.length === target.length);
  const both = even.flatMap(({ source, target }) =>
    source.map((sentence, index) => [lengthOf([sentence]), lengthOf(target.slice(index, index + 1))] as const),
  );
  const model = refineModel(length, both);
  const deviations = both.map(([own, other]) => Math.abs(lengthDeviation(own, other, model))).toSorted((a, b) => a - b);
  if (deviations.length < LEAST_PAIRS) return model;
  // The median of the absolute deviations of a normal distribution is 0.6745 of its standard deviation.
  const scale = ((deviations[deviations.length >> 1] ?? 0) / 0.6745) ** 2;
  return { ...model, spread: model.spread * Math.min(MOST_SPREAD, Math.max(LEAST_SPREAD, scale)) };
}

function mayHaveGap({ source, target }: SentencePair, lengths: LengthModel): boolean {
  const most = Math.max(source.length, target.length);
  if (most < 2 || target.length === 0 || source.length === 0) return false;
  return source.length !== target.length || Math.abs(lengthDeviation(lengthOf(source), lengthOf(target), lengths)) > FITTING;
}

function gapsOf({ source, target }: SentencePair, model: Model): SentenceGap[] {
  const costs = costsOf(source, target, model);
  const links = alignSequence(source.length, target.length, costs);
  if (!links.some(isGap)) return [];
  if (costWithoutGaps(source.length, target.length, costs) - costOf(links, costs) < MARGIN) return [];
  return links.flatMap((link, at): SentenceGap[] => {
    if (!isGap(link)) return [];
    const side = link.target === link.targetEnd ? 'source' : 'target';
    const [own, number, other, next] =
      side === 'source' ? [source, link.source, target, link.target] : [target, link.target, source, link.source];
    const sentence = own[number];
    const [first, last] = reachOf(links, at, NAMING_MARGIN, (one, other) => costs.pair(one, other));
    return sentence ? [{ side, sentence, candidates: own.slice(first, last + 1), place: startOf(other, next) }] : [];
  });
}

/** Where the sentence of a number begins; behind the last one, where that ends. */
function startOf(sentences: readonly Sentence[], number: number): number {
  const [sentence, last] = [sentences[number], sentences.at(-1)];
  return sentence?.offset ?? (last ? last.offset + last.text.length : 0);
}

/** The cheapest alignment in which every sentence has a partner, were it all of them together. */
function costWithoutGaps(sources: number, targets: number, costs: SequenceCosts): number {
  const largerStill = (GROUP - MERGE) * Math.max(0, Math.max(sources, targets) - LARGEST_GROUP);
  const together = largerStill + (costs.group?.(0, sources, 0, targets) ?? Infinity);
  if (Math.max(sources, targets) > LARGEST_GROUP * Math.min(sources, targets)) return together;
  const closed: SequenceCosts = { ...costs, sourceGap: () => Infinity, targetGap: () => Infinity };
  return Math.min(together, costOf(alignSequence(sources, targets, closed), closed));
}

function isGap({ source, sourceEnd, target, targetEnd }: Link): boolean {
  return source === sourceEnd || target === targetEnd;
}

function costsOf(sources: readonly Sentence[], targets: readonly Sentence[], { lengths, anchors, weights }: Model): SequenceCosts {
  const [group, groupOfTarget] = [groupsOf(sources, anchors), groupsOf(targets, anchors)];
  const cost = (source: number, sourceCount: number, target: number, targetCount: number): number => {
    const [own, other] = [group(source, sourceCount), groupOfTarget(target, targetCount)];
    const ofLength = ((FREEDOM + 1) / 2) * Math.log1p(lengthDeviation(own.length, other.length, lengths) ** 2 / FREEDOM);
    return ofLength + weights.cost(own.anchors, other.anchors) + LONE_NUMBER * Math.min(2, loneNumbers(own.anchors, other.anchors));
  };
  return {
    pair: (source, target) => cost(source, 1, target, 1),
    sourceGap: () => GAP,
    targetGap: () => GAP,
    twoToOne: (source, target) => MERGE + cost(source, 2, target, 1),
    oneToTwo: (source, target) => MERGE + cost(source, 1, target, 2),
    group: (source, sourceCount, target, targetCount) => GROUP + cost(source, sourceCount, target, targetCount),
  };
}

interface Group {
  readonly length: number;
  readonly anchors: Anchors;
}

/** So many sentences from one on, taken together. Each group is made once: it is compared with many. */
function groupsOf(sentences: readonly Sentence[], anchors: ReadonlyMap<Sentence, Anchors>): (first: number, count: number) => Group {
  const made = new Map<number, Group>();
  return (first, count) => {
    const known = made.get(first * (sentences.length + 1) + count);
    if (known) return known;
    const own = sentences.slice(first, first + count);
    const group = { length: lengthOf(own), anchors: joinAnchors(own.flatMap((sentence) => anchors.get(sentence) ?? [])) };
    made.set(first * (sentences.length + 1) + count, group);
    return group;
  };
}

/** How many numbers of several digits, addresses and the like only one of the two has. */
function loneNumbers({ strong }: Anchors, other: Anchors): number {
  const lone = (own: readonly string[], others: readonly string[]): number =>
    own.reduce((count, anchor) => count + Number(anchor.length > 1 && !others.includes(anchor)), 0);
  return lone(strong, other.strong) + lone(other.strong, strong);
}

function lengthOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { text }) => sum + weightOf(text), 0);
}
