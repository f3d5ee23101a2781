import type { Nodes } from 'mdast';
import { MASK } from './defuse-markdown.ts';
import { offsets } from './inline-text.ts';

/** Puts the signs that were masked for the parser back into the tree, from the same place of the source. */
export function restoreMarkdown(node: Nodes, source: string, masked: string): void {
  if ('value' in node && node.value.includes(MASK)) node.value = restore(node.value, node, source, masked);
  if ('url' in node && node.url.includes(MASK)) node.url = restore(node.url, node, source, masked);
  if ('children' in node) for (const child of node.children) restoreMarkdown(child, source, masked);
}

function restore(value: string, node: Nodes, source: string, masked: string): string {
  const { start, end } = offsets(node);
  let at = start - 1;
  return value.replaceAll(MASK, () => {
    at = masked.indexOf(MASK, at + 1);
    return at >= 0 && at < end ? (source[at] ?? MASK) : MASK;
  });
}
