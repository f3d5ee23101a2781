import { matchesIn } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { TakenRanges } from './taken-ranges.ts';

/** Where a pattern stands in a block. */
export interface Hit {
  readonly block: Block;
  readonly offset: number;
  readonly found: string;
}

/**
 * Where a global pattern stands in the prose of blocks, in reading order. A group of the name `it` narrows what was found down to it;
 * the pattern needs the flag `d` for that.
 */
export function hitsIn(blocks: readonly Block[], pattern: RegExp): Hit[] {
  return blocks.flatMap((block) => hitsInBlock(block, pattern));
}

export function hitsInBlock(block: Block, pattern: RegExp, text: string = block.prose): Hit[] {
  return matchesIn(text, pattern).map((match) => {
    const [start, end] = match.indices?.groups?.['it'] ?? [match.index, match.index + match[0].length];
    return { block, offset: start, found: text.slice(start, end) };
  });
}

/** What several patterns find in the prose of blocks; of two that meet, the first pattern counts. */
export function distinctHits(blocks: readonly Block[], patterns: readonly RegExp[]): Hit[] {
  return blocks.flatMap((block) => {
    const taken = new TakenRanges(block.prose.length);
    return patterns
      .flatMap((pattern) => hitsInBlock(block, pattern))
      .filter(({ offset, found }) => taken.take(offset, offset + found.length))
      .toSorted((a, b) => a.offset - b.offset);
  });
}
