import type { Block } from '@preflag/readers';

const COUNTED = new Set<Block['type']>(['heading', 'paragraph', 'listItem', 'tableCell', 'footnote']);

/** The texts that make the length of a document: not code, formulas, front matter, comments, page headers and footers. */
export function countedTexts(blocks: readonly Block[]): readonly string[] {
  return blocks.filter(({ type }) => COUNTED.has(type)).map(({ text }) => text);
}
