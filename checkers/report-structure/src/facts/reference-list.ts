import { defineFact, matchesIn, type Fact } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { titleKey } from '../title-key.ts';

/** The numbered list of sources of a document, and where its numbers are cited. */
export interface ReferenceList {
  readonly entries: readonly ReferenceEntry[];
  readonly citations: readonly Citation[];
}

export interface ReferenceEntry {
  /** Absent where the list has no numbers. */
  readonly number?: number;
  /** Without its number, white space folded. */
  readonly text: string;
  readonly block: Block;
  readonly offset: number;
  readonly length: number;
}

/** `[3]`, or one number of `[3, 5]` and `[3-5]`. */
interface Citation {
  readonly number: number;
  readonly block: Block;
  readonly offset: number;
  readonly length: number;
}

const TITLE =
  /^(?:references?|bibliography|sources?|works cited|literature(?: cited)?|list of references|references? and sources?|literatur(?:verzeichnis)?|quellen(?:verzeichnis|angaben)?|einzelnachweise|bibliographie|références|referencias|bibliografía|参考文献|参考资料|引用来源|来源|资料来源)$/u;
const LONGEST_TITLE = 60;
const NUMBERED = /(?:^|\s)\[\d{1,3}\]:?\s/;
const MARKED = /\[\d{1,3}\]/;
const CITED = new Set<Block['type']>(['paragraph', 'listItem', 'tableCell', 'footnote']);
const MARKER = /(?:^|\s)\[(\d{1,3})\]:?(?=\s)/g;
const CITATION = /\[(\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)\](?![(:])/g;
const WIDEST_RANGE = 30;

/** The last list under a title such as References counts. */
export const referenceList: Fact<'document', ReferenceList> = defineFact({
  id: 'report-structure/reference-list',
  reads: 'document',
  compute: ({ blocks }) => {
    const start = blocks.findLastIndex((block) => isTitle(block));
    const title = blocks[start];
    const next =
      title?.type === 'heading'
        ? blocks.findIndex(({ type, depth, index }) => index > start && type === 'heading' && depth <= title.depth)
        : -1;
    const end = next < 0 ? endOf(blocks, start) : next;
    // The list may stand in one paragraph with its title: `References: [1] ...`.
    const first = title && MARKED.test(title.text) ? start : start + 1;
    const listed = start < 0 ? [] : blocks.slice(first, end);
    return {
      entries: listed.flatMap((block) => [...entriesOf(block)]),
      citations: [...blocks.slice(0, Math.max(start, start < 0 ? blocks.length : 0)), ...blocks.slice(end)].flatMap((block) => [
        ...citationsIn(block),
      ]),
    };
  },
});

/** Where no heading ends the list, its last number does, if it has numbers. */
function endOf(blocks: readonly Block[], start: number): number {
  if (blocks[start]?.type === 'heading') return blocks.length;
  const last = blocks.findLastIndex(({ text, index }) => index >= start && NUMBERED.test(text));
  return last < 0 ? blocks.length : last + 1;
}

function isTitle({ type, text, quoted }: Block): boolean {
  if (quoted || (type !== 'heading' && type !== 'paragraph')) return false;
  const title = text.slice(0, LONGEST_TITLE).split(MARKED)[0] ?? '';
  return title.length < LONGEST_TITLE && TITLE.test(titleKey(title));
}

function* entriesOf(block: Block): Generator<ReferenceEntry> {
  if (!CITED.has(block.type) || block.text.trim() === '') return;
  const markers = [...block.text.matchAll(MARKER)];
  if (markers.length === 0) {
    const number = block.item?.number ?? Number(/^\s*(\d{1,3})\.\s/.exec(block.text)?.[1] ?? Number.NaN);
    yield { ...(!Number.isNaN(number) && { number }), text: folded(block.text), block, offset: 0, length: block.text.length };
    return;
  }
  for (const [index, marker] of markers.entries()) {
    const offset = marker.index + marker[0].length;
    const end = markers[index + 1]?.index ?? block.text.length;
    yield {
      number: Number(marker[1]),
      text: folded(block.text.slice(offset, end)),
      block,
      offset: marker.index + marker[0].indexOf('['),
      length: end - marker.index - marker[0].indexOf('['),
    };
  }
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function* citationsIn(block: Block): Generator<Citation> {
  if (!CITED.has(block.type) || block.quoted || !block.prose.includes('[')) return;
  for (const { 0: found, 1: inner = '', index } of matchesIn(block.prose, CITATION)) {
    const numbers = inner.split(/\s?[,;]\s?/).flatMap(rangeOf);
    // `[0, 1]` is an interval.
    if (numbers.includes(0)) continue;
    for (const number of numbers) yield { number, block, offset: index, length: found.length };
  }
}

function rangeOf(text: string): readonly number[] {
  const [from = 0, to = from] = text.split(/\s?[–-]\s?/).map(Number);
  return to >= from && to - from <= WIDEST_RANGE ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [from, to];
}
