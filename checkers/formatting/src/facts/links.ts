import { defineFact, type Fact, type Location } from '@preflag/core';
import type { Block, Document } from '@preflag/readers';

/** An address that the document leads to, or takes a picture from. */
export interface Link {
  readonly url: string;
  /** The link with its markup in text formats; else the block that holds it. */
  readonly at: Location;
}

type Node = NonNullable<Block['node']>;

/** Every link, picture and link definition, in reading order. */
export const links: Fact<'document', readonly Link[]> = defineFact({
  id: 'formatting/links',
  reads: 'document',
  compute: (document) => {
    const found: Link[] = [];
    for (const block of document.blocks) if (block.node && block.node.type !== 'listItem') collect(block.node, block, document, found);
    // Links of a pdf are areas of a page, and no part of its text.
    if (document.format === 'pdf') found.push(...areasOf(document));
    for (const node of document.root.children) if (node.type === 'definition') collect(node, undefined, document, found);
    return found;
  },
});

function areasOf(document: Document): readonly Link[] {
  return (document.parts.links ?? []).flatMap(({ target, text, block }) => {
    const place = document.blocks[block];
    const at = text === '' ? -1 : (place?.text.indexOf(text) ?? -1);
    return place ? [{ url: target, at: at < 0 ? document.locate(place) : document.locate(place, at, text.length) }] : [];
  });
}

function collect(node: Node, block: Block | undefined, document: Document, found: Link[]): void {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
    found.push({ url: node.url, at: placeOf(node, block, document) });
  if ('children' in node) for (const child of node.children) collect(child, block, document, found);
}

function placeOf({ position }: Node, block: Block | undefined, document: Document): Location {
  if (position) {
    const { start, end } = position;
    return { kind: 'text', start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
  }
  return block ? document.locate(block) : { kind: 'file' };
}
