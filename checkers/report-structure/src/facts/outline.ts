import { defineFact, type Fact } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { countWords, type WordCount } from '@preflag/readers/words';
import { titleKey, titleNumber } from '../title-key.ts';

/** A heading with what stands under it, down to the next one of its level or higher. */
export interface Section {
  readonly block: Block;
  /** 1 to 6; 7 for a short bold paragraph that is used as a heading. */
  readonly depth: number;
  readonly title: string;
  /** The title as it compares; see titleKey. */
  readonly key: string;
  /** `1`, `2.3`, `IV`; empty without. */
  readonly number: string;
  /** Something other than headings stands under it, or under its subsections. */
  readonly hasContent: boolean;
  readonly hasSubsections: boolean;
  /** Of all that stands under it, subsections included; without the headings themselves. */
  readonly words: WordCount;
}

const CONTENT = new Set<Block['type']>(['paragraph', 'listItem', 'contents', 'tableCell', 'code', 'html', 'math']);
const FAKE_DEPTH = 7;
const LONGEST_FAKE = 80;

/** The sections of a document in order, with bold paragraphs and, in plain text, short lines that look like headings. */
export const outline: Fact<'document', readonly Section[]> = defineFact({
  id: 'report-structure/outline',
  reads: 'document',
  compute: ({ blocks, format }) => {
    const sums = sumsOf(blocks);
    const open: { depth: number; hasSubsections: boolean; close: (end: number) => void }[] = [];
    const sections: Section[] = [];
    for (const block of blocks) {
      const depth = depthOf(block, format);
      if (depth === 0) continue;
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()?.close(block.index);
      const parent = open.at(-1);
      if (parent) parent.hasSubsections = true;
      const at = sections.length;
      const one = { depth, hasSubsections: false, close: (end: number): void => void (sections[at] = sectionOf(block, one, end, sums)) };
      sections.push(sectionOf(block, one, block.index + 1, sums));
      open.push(one);
    }
    for (const one of open) one.close(blocks.length);
    return sections;
  },
});

/** How much stands before each block, and before the end: one more than there are blocks. */
type Sums = readonly { readonly blocks: number; readonly fewest: number; readonly most: number }[];

function sumsOf(blocks: readonly Block[]): Sums {
  const sums = [{ blocks: 0, fewest: 0, most: 0 }];
  for (const block of blocks) {
    const before = sums.at(-1) ?? { blocks: 0, fewest: 0, most: 0 };
    const isText = isContent(block) && block.type !== 'code' && block.type !== 'html';
    const { fewest, most } = isText ? countWords(block.text) : { fewest: 0, most: 0 };
    sums.push({ blocks: before.blocks + Number(isContent(block)), fewest: before.fewest + fewest, most: before.most + most });
  }
  return sums;
}

function sectionOf(
  block: Block,
  { depth, hasSubsections }: { readonly depth: number; readonly hasSubsections: boolean },
  end: number,
  sums: Sums,
): Section {
  const [from, to] = [sums[block.index + 1], sums[end]];
  const title = block.text.replace(/\s+/g, ' ').trim();
  return {
    block,
    depth,
    title,
    key: titleKey(title),
    number: titleNumber(title),
    hasContent: (to?.blocks ?? 0) > (from?.blocks ?? 0),
    hasSubsections,
    words: { fewest: (to?.fewest ?? 0) - (from?.fewest ?? 0), most: (to?.most ?? 0) - (from?.most ?? 0) },
  };
}

function depthOf(block: Block, format: string): number {
  if (block.quoted) return 0;
  if (block.type === 'heading') return block.depth;
  if (block.type !== 'paragraph' || block.text.length > LONGEST_FAKE || /[.!?。！？…]["'”’]?$/u.test(block.text)) return 0;
  return format === 'text' || isBold(block) ? FAKE_DEPTH : 0;
}

function isBold({ node }: Block): boolean {
  return (
    node?.type === 'paragraph' &&
    node.children.length > 0 &&
    node.children.every((child) => child.type === 'strong' || (child.type === 'text' && child.value.trim() === ''))
  );
}

/** Not headings; nor comments of html, which no reader sees. */
function isContent({ type, text }: Block): boolean {
  return (
    CONTENT.has(type) &&
    (type !== 'html' || text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim() !== '') &&
    (type !== 'listItem' && type !== 'tableCell' ? true : text.trim() !== '')
  );
}
