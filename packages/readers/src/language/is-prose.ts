import type { Block } from '../document/model.ts';

const PROSE = new Set<Block['type']>(['heading', 'paragraph', 'listItem', 'tableCell', 'footnote', 'header', 'footer']);

/** True for a block in which the document speaks for itself: no code, no comment, no block quote. */
export function isProse({ type, quoted }: Block): boolean {
  return PROSE.has(type) && !quoted;
}
