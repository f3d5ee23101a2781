import { defineFact, type Fact } from '@preflag/core';
import type { Block } from '@preflag/readers';

const PROSE = new Set<Block['type']>(['heading', 'paragraph', 'listItem', 'tableCell', 'footnote', 'header', 'footer']);

/** Blocks in which the document speaks for itself: no code, no comments, no block quotes. */
export const proseBlocks: Fact<'document', readonly Block[]> = defineFact({
  id: 'formatting/prose-blocks',
  reads: 'document',
  compute: ({ blocks }) => blocks.filter(({ type, quoted }) => PROSE.has(type) && !quoted),
});
