import type { Nodes, PhrasingContent } from 'mdast';
import { blankAddresses } from '../prose.ts';
import type { TextMap } from '../text-map.ts';
import { BLANK, TextBuilder } from '../text-map.ts';
import { alignInline } from './align-text.ts';

/** The text of inline nodes, with its prose and its place in the source. */
export function inlineText(nodes: readonly PhrasingContent[], source: string): { text: string; prose: string; map: TextMap } {
  const builder = new TextBuilder();
  append(builder, nodes, source);
  return { text: builder.text, prose: blankAddresses(builder.prose), map: builder.runs };
}

function append(builder: TextBuilder, nodes: readonly PhrasingContent[], source: string): void {
  for (const node of nodes) {
    const { start, end } = offsets(node);
    if (node.type === 'text') alignInline(builder, node.value, source, start, end, 'prose');
    else if (node.type === 'inlineCode') builder.blank(() => appendCode(builder, node.value, source, start, end));
    else if (node.type === 'html') builder.blank(() => alignInline(builder, node.value, source, start, end, 'literal'));
    else if (node.type === 'footnoteReference') builder.blank(() => builder.exact(source.slice(start, end), start));
    else if (node.type === 'break') builder.written(' ', start, end);
    else if (node.type === 'image' || node.type === 'imageReference') builder.written(BLANK, start, end);
    else if (node.type === 'link' && showsItself(node.url, node.children)) builder.blank(() => append(builder, node.children, source));
    else if ('children' in node) append(builder, node.children, source);
  }
}

function appendCode(builder: TextBuilder, value: string, source: string, start: number, end: number): void {
  const ticks = /^`*/.exec(source.slice(start, end))?.[0].length ?? 0;
  const [from, to] = [start + ticks, end - ticks];
  const isPadded = to - from > value.length && /^[ \r\n]/.test(source.slice(from, to)) && !/^[ \r\n]/.test(value);
  alignInline(builder, value, source, isPadded ? from + 1 : from, isPadded ? to - 1 : to, 'literal');
}

/** `<https://a.example>` and `a@b.example` show the address that they lead to. */
function showsItself(url: string, children: readonly PhrasingContent[]): boolean {
  const [only, ...others] = children;
  return (
    only?.type === 'text' &&
    others.length === 0 &&
    url.replace(/^(?:mailto:|https?:\/\/)/, '') === only.value.replace(/^(?:mailto:|https?:\/\/)/, '')
  );
}

/** Offsets of a node in the source. Nodes of a parsed file always have them. */
export function offsets(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
