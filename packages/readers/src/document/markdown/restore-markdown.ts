import type { Nodes } from 'mdast';
import type { LineIndex } from '../../text/index.ts';
import { MASK } from './defuse-markdown.ts';
import { offsets } from './inline-text.ts';

/**
 * Puts what was masked for the parser back into the tree, from the same place of the source.
 * Lines and columns are counted anew, since line ends may have been masked as well.
 */
export function restoreMarkdown(node: Nodes, source: string, masked: string, lines: LineIndex): void {
  const { start, end } = offsets(node);
  node.position = { start: { ...lines.position(start), offset: start }, end: { ...lines.position(end), offset: end } };
  if ('value' in node && node.value.includes(MASK)) node.value = restore(node.value, node, source, masked);
  if ('url' in node && node.url.includes(MASK)) node.url = restore(node.url, node, source, masked);
  if ('children' in node) for (const child of node.children) restoreMarkdown(child, source, masked, lines);
}

function restore(value: string, node: Nodes, source: string, masked: string): string {
  const { start, end } = offsets(node);
  let at = start - 1;
  return value.replaceAll(MASK, () => {
    at = masked.indexOf(MASK, at + 1);
    return at >= 0 && at < end ? (source[at] ?? MASK) : MASK;
  });
}
