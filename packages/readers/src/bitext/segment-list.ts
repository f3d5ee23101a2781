import type { Location } from '@preflag/core';
import type { Block, Document } from '../document/model.ts';
import { PlaceWords } from '../document/place-words.ts';
import type { Segment, SegmentLink } from './model.ts';

/** Collects segments and names them. */
export class SegmentList {
  readonly #source: Document;
  readonly #target: Document;
  readonly #segments: Segment[] = [];
  readonly #sourceWords: PlaceWords;
  readonly #targetWords: PlaceWords;
  readonly #ids = new Map<string, number>();
  readonly #sourceLinks: Links | undefined;
  readonly #targetLinks: Links | undefined;

  constructor(source: Document, target: Document) {
    this.#source = source;
    this.#target = target;
    this.#sourceWords = new PlaceWords(source.blocks);
    this.#targetWords = new PlaceWords(target.blocks);
    this.#sourceLinks = linksOf(source);
    this.#targetLinks = linksOf(target);
  }

  /** Adds what belongs together; nothing when neither side has text. */
  add(
    sources: readonly Block[],
    targets: readonly Block[],
    role: Segment['role'],
    isExact: boolean,
    candidates: readonly Block[] = [],
  ): void {
    const [source, target] = [sideOf(sources, this.#source), sideOf(targets, this.#target)];
    if (!source?.text.trim() && !target?.text.trim()) return;
    this.#segments.push({
      id: this.#idOf(sources[0], targets[0]),
      role,
      ...(source && { source: source.text, sourceProse: source.prose, sourceAt: source.at }),
      ...(target && { target: target.text, targetProse: target.prose, targetAt: target.at }),
      ...(source && target && this.#linksBetween(sources, targets)),
      alignment: isExact ? 'exact' : 'likely',
      ...(candidates.length > 1 && { candidates: candidates.map(({ text }) => text) }),
    });
  }

  #linksBetween(sources: readonly Block[], targets: readonly Block[]): Pick<Segment, 'links'> {
    const [own, other] = [this.#sourceLinks, this.#targetLinks];
    if (!own || !other) return {};
    const of = (links: Links, blocks: readonly Block[]): readonly SegmentLink[] => blocks.flatMap(({ index }) => links.get(index) ?? []);
    const links = { source: of(own, sources), target: of(other, targets) };
    return links.source.length + links.target.length > 0 ? { links } : {};
  }

  list(): readonly Segment[] {
    return this.#segments;
  }

  /** By the source, which is the same for every attempt; what only the target has is named by the target. */
  #idOf(source: Block | undefined, target: Block | undefined): string {
    const id = source ? this.#sourceWords.path(source) : `+ ${target ? this.#targetWords.path(target) : ''}`;
    const count = (this.#ids.get(id) ?? 0) + 1;
    this.#ids.set(id, count);
    return count === 1 ? id : `${id} #${count}`;
  }
}

/** By the index of their block. */
type Links = ReadonlyMap<number, readonly SegmentLink[]>;

/** `undefined` where the format cannot tell. */
function linksOf({ parts }: Document): Links | undefined {
  return parts.links && Map.groupBy(parts.links, ({ block }) => block);
}

function sideOf(blocks: readonly Block[], document: Document): { text: string; prose: string; at: Location } | undefined {
  const [first] = blocks;
  if (!first) return undefined;
  return {
    text: blocks.map(({ text }) => text).join(' '),
    prose: blocks.map(({ prose }) => prose).join(' '),
    at: spanOf(blocks, document),
  };
}

/** From the first to the last block in text formats; else the first block. */
function spanOf(blocks: readonly Block[], document: Document): Location {
  const [first, last] = [blocks[0], blocks.at(-1)].map((block) => (block ? document.locate(block) : undefined));
  if (first?.kind === 'text' && last?.kind === 'text') return { kind: 'text', start: first.start, end: last.end };
  return first ?? { kind: 'file' };
}
