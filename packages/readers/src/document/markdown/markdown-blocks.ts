import type { List, ListItem, Paragraph, Root, RootContent, Table } from 'mdast';
import type { Block, BlockType } from '../model.ts';
import { HeadingPath } from '../heading-path.ts';
import { isFormula } from '../prose.ts';
import { BLANK, TextBuilder } from '../text-map.ts';
import type { BlockSource } from '../text-locator.ts';
import { alignLines } from './align-text.ts';
import { inlineText, offsets } from './inline-text.ts';

export interface BlockList {
  readonly blocks: readonly Block[];
  readonly sources: readonly BlockSource[];
  /** Blocks beyond the limit were left out. */
  readonly isCut: boolean;
}

/** Lists everything in a markdown tree that holds text, in reading order. At most `limit` blocks. */
export function listBlocks(root: Root, source: string, limit: number): BlockList {
  const walk = new BlockWalk(source, limit);
  walk.children(root.children, { quoted: false });
  return { blocks: walk.blocks, sources: walk.sources, isCut: walk.isCut };
}

/** What the blocks around a node say of it. */
interface Context {
  readonly quoted: boolean;
  readonly footnote?: boolean;
  readonly item?: NonNullable<Block['item']>;
}

class BlockWalk {
  readonly blocks: Block[] = [];
  readonly sources: BlockSource[] = [];
  isCut = false;
  readonly #source: string;
  readonly #limit: number;
  readonly #path = new HeadingPath();
  #tables = 0;

  constructor(source: string, limit: number) {
    this.#source = source;
    this.#limit = limit;
  }

  children(nodes: readonly RootContent[], context: Context): void {
    for (const node of nodes) this.#node(node, context);
  }

  #node(node: RootContent, context: Context): void {
    if (node.type === 'blockquote') this.children(node.children, { ...context, quoted: true });
    else if (node.type === 'footnoteDefinition') this.children(node.children, { ...context, footnote: true });
    else if (node.type === 'list') this.#list(node, context);
    else if (node.type === 'table') this.#table(node, context);
    else if (node.type === 'heading') {
      const inline = inlineText(node.children, this.#source);
      this.#add('heading', node, context, inline, { depth: node.depth });
      if (!context.quoted) this.#path.enter(inline.text, node.depth);
    } else if (node.type === 'paragraph') this.#paragraph(node, context, context.footnote ? 'footnote' : 'paragraph');
    else if (node.type === 'code') this.#lines('code', node, node.value, context);
    else if (node.type === 'html') this.#lines('html', node, node.value, context);
    else if (node.type === 'yaml' || (node as { type: string }).type === 'toml') this.#lines('frontmatter', node, valueOf(node), context);
  }

  #paragraph(node: Paragraph, context: Context, type: BlockType): void {
    const inline = inlineText(node.children, this.#source);
    if (isFormula(inline.text)) this.#add('math', node, context, { ...inline, prose: BLANK.repeat(inline.text.length) });
    else this.#add(type, node, context, inline);
  }

  #list(list: List, context: Context): void {
    const ordered = list.ordered ?? false;
    for (const [index, node] of list.children.entries()) {
      const number = ordered ? { number: (list.start ?? 1) + index } : {};
      this.#item(node, { ...context, item: { level: context.item ? context.item.level + 1 : 0, ordered, ...number } });
    }
  }

  #item(node: ListItem, context: Context): void {
    const [first, ...rest] = node.children;
    if (first?.type === 'paragraph') this.#paragraph(first, context, context.footnote ? 'footnote' : 'listItem');
    else this.#add('listItem', node, context, { text: '', prose: '', map: [] });
    this.children(first?.type === 'paragraph' ? rest : node.children, context);
  }

  #table(node: Table, context: Context): void {
    const table = this.#tables++;
    for (const [row, { children }] of node.children.entries()) {
      for (const [column, cell] of children.entries()) {
        this.#add('tableCell', cell, context, inlineText(cell.children, this.#source), { cell: { table, row, column, header: row === 0 } });
      }
    }
  }

  #lines(type: BlockType, node: RootContent, value: string, context: Context): void {
    const { start, end } = offsets(node);
    const builder = new TextBuilder();
    const isFenced = type !== 'html' && /^(?:`{3}|~{3}|---|\+\+\+)/.test(this.#source.slice(start, start + 3));
    alignLines(builder, value, this.#source, start, end, isFenced ? 1 : 0);
    this.#add(type, node, context, { text: builder.text, prose: BLANK.repeat(builder.text.length), map: builder.runs });
  }

  #add(
    type: BlockType,
    node: RootContent,
    { quoted, item }: Context,
    { text, prose, map }: { text: string; prose: string; map: BlockSource['map'] },
    more: Partial<Pick<Block, 'depth' | 'cell'>> = {},
  ): void {
    if (this.blocks.length >= this.#limit) {
      this.isCut = true;
      return;
    }
    const path = this.#path.above(type === 'heading' && !quoted ? (more.depth ?? 0) : undefined);
    this.blocks.push({ index: this.blocks.length, type, depth: 0, text, prose, path, quoted, ...(item && { item }), ...more, node });
    this.sources.push({ ...offsets(node), map, ...contentOf(node) });
  }
}

function contentOf(node: RootContent): { content?: { start: number; end: number } } {
  if (node.type !== 'heading' && node.type !== 'paragraph' && node.type !== 'tableCell') return {};
  const [first, last] = [node.children[0], node.children.at(-1)];
  return first && last ? { content: { start: offsets(first).start, end: offsets(last).end } } : {};
}

function valueOf(node: RootContent): string {
  return 'value' in node ? node.value : '';
}
