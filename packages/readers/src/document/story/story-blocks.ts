import type { BlockContent, List, ListItem, Root, RootContent, TableRow } from 'mdast';
import { HeadingPath } from '../heading-path.ts';
import type { Block, BlockType } from '../model.ts';
import { isFormula } from '../prose.ts';
import { BLANK } from '../text-map.ts';
import { isContentsLine } from './marked-lines.ts';
import { nodesOfPieces, textOfPieces } from './inline-pieces.ts';
import type { Item, ParagraphRoles, Story, StoryCell, StoryEntry, StoryParagraph, StoryTable } from './story.ts';

type Depth = 1 | 2 | 3 | 4 | 5 | 6;

/** What stands outside of the body. */
export type AsideType = 'footnote' | 'notes' | 'comment' | 'header' | 'footer';

/** The block of a paragraph, where in it the paragraph's text begins, and how many units of white space were left out before. */
export interface ParagraphPlace {
  readonly block: number;
  readonly offset: number;
  readonly trimmed: number;
}

/** Lists the blocks of a document, and builds its tree beside them. At most `limit` blocks. */
export class StoryBlocks {
  readonly root: Root = { type: 'root', children: [] };
  readonly blocks: Block[] = [];
  isCut = false;
  /** Where the text of paragraphs stands. */
  readonly places: Map<StoryParagraph, ParagraphPlace> = new Map();
  /** The tables of the body, with the block before each. */
  readonly tables: { readonly table: StoryTable; readonly after: number }[] = [];
  readonly #roles: ParagraphRoles;
  readonly #limit: number;
  #path = new HeadingPath();
  #tables = 0;
  /** The lists that are open, outermost first. */
  #lists: List[] = [];
  #notes = 0;

  constructor(roles: ParagraphRoles, limit: number) {
    this.#roles = roles;
    this.#limit = limit;
  }

  body(story: Story): void {
    for (const entry of story.entries) this.#entry(entry);
  }

  /** What follows stands under the headings above this depth only. */
  leave(depth: number): void {
    this.#path.leave(depth);
  }

  /** Text outside of the body, one block for each paragraph. */
  aside(story: Story, type: AsideType): void {
    this.#path = new HeadingPath();
    this.#lists = [];
    const identifier = `${type}-${++this.#notes}`;
    for (const paragraph of paragraphsOf(story.entries)) {
      const { text, prose } = textOfPieces(paragraph.pieces);
      const node: BlockContent = { type: 'paragraph', children: nodesOfPieces(paragraph.pieces) };
      this.#place(paragraph);
      const added = /[^\s\uFFFC]/.test(text) && this.#add(type, { text, prose, node });
      if (added && type === 'footnote')
        this.root.children.push({ type: 'footnoteDefinition', identifier, label: identifier, children: [node] });
    }
  }

  #entry(entry: StoryEntry): void {
    if (entry.kind === 'paragraph') this.#paragraph(entry);
    else if (isLayout(entry, this.#roles))
      for (const { cells } of entry.rows) for (const cell of cells) for (const inner of cell.entries) this.#entry(inner);
    else this.#table(entry);
  }

  #paragraph(paragraph: StoryParagraph): void {
    const { pieces } = paragraph;
    const { text, prose } = textOfPieces(pieces);
    const depth = this.#roles.depth(paragraph);
    const item = this.#roles.item(paragraph);
    this.#place(paragraph);
    if (depth > 0) {
      const node: RootContent = { type: 'heading', depth: depth as Depth, children: nodesOfPieces(pieces) };
      if (this.#add('heading', { text, prose, depth, node })) this.#append(node);
      this.#path.enter(text, depth);
    } else if (item) {
      const node: BlockContent = { type: 'paragraph', children: nodesOfPieces(pieces) };
      if (this.#add('listItem', { text, prose, item, node })) this.#appendItem(item, node);
    } else if (text !== '') this.#plain(paragraph, text, prose);
  }

  #plain(paragraph: StoryParagraph, text: string, prose: string): void {
    const { pieces } = paragraph;
    const isMath = isFormula(text) || isAllMath(pieces);
    const isCode = this.#roles.isCode(paragraph);
    const quoted = this.#roles.isQuote(paragraph);
    const isContents = isContentsLine(paragraph, text, this.#roles.contentsLevel(paragraph));
    const type: BlockType = isMath ? 'math' : isCode ? 'code' : isContents ? 'contents' : 'paragraph';
    const node: BlockContent = isCode ? { type: 'code', value: text } : { type: 'paragraph', children: nodesOfPieces(pieces) };
    if (!this.#add(type, { text, prose: isMath || isCode ? BLANK.repeat(text.length) : prose, quoted, node })) return;
    this.#append(quoted ? { type: 'blockquote', children: [node] } : node);
  }

  #table(entry: StoryTable): void {
    const { rows } = entry;
    const table = this.#tables++;
    this.tables.push({ table: entry, after: this.blocks.length - 1 });
    const nodes: TableRow[] = [];
    for (const [row, { header, cells }] of rows.entries()) {
      const node: TableRow = { type: 'tableRow', children: [] };
      for (const cell of cells) {
        const parts = this.#cellParts(cell);
        const children = parts.flatMap(({ pieces }, index) => [
          ...(index > 0 ? [{ type: 'break' } as const] : []),
          ...nodesOfPieces(pieces),
        ]);
        const cellNode: RootContent = { type: 'tableCell', children };
        node.children.push(cellNode);
        if (cell.continued && parts.length === 0) continue;
        this.#add('tableCell', {
          text: parts.map(({ text }) => text).join('\n'),
          prose: parts.map(({ prose }) => prose).join('\n'),
          cell: { table, row, column: cell.column, header },
          node: cellNode,
        });
      }
      nodes.push(node);
    }
    this.#append({ type: 'table', children: nodes });
  }

  /** The paragraphs of a cell that hold text, which its block joins by line ends. */
  #cellParts({
    entries,
    continued,
  }: StoryCell): readonly { readonly pieces: StoryParagraph['pieces']; readonly text: string; readonly prose: string }[] {
    let offset = 0;
    const parts = paragraphsOf(entries).flatMap((paragraph) => {
      const part = { pieces: paragraph.pieces, ...textOfPieces(paragraph.pieces) };
      this.#place(paragraph, offset);
      if (part.text === '') return [];
      offset += part.text.length + 1;
      return [part];
    });
    if (continued && parts.length === 0) for (const paragraph of paragraphsOf(entries)) this.places.delete(paragraph);
    return parts;
  }

  /** Before its block is added; what is empty stands where the next block does, or the last. */
  #place(paragraph: StoryParagraph, offset = 0): void {
    let trimmed = 0;
    for (const { kind, text } of paragraph.pieces) {
      const space = kind === 'image' ? 0 : text.length - text.trimStart().length;
      trimmed += space;
      if (kind === 'image' || space < text.length) break;
    }
    this.places.set(paragraph, { block: this.blocks.length, offset, trimmed });
  }

  /** False when the limit is reached. */
  #add(type: BlockType, block: Pick<Block, 'text' | 'prose'> & Partial<Omit<Block, 'index' | 'type' | 'path'>>): boolean {
    if (this.blocks.length >= this.#limit) {
      this.isCut = true;
      return false;
    }
    const path = this.#path.above(type === 'heading' ? block.depth : undefined);
    this.blocks.push({ index: this.blocks.length, type, depth: 0, path, quoted: false, ...block });
    return true;
  }

  #append(node: RootContent): void {
    this.#lists = [];
    this.root.children.push(node);
  }

  #appendItem({ level, ordered, number }: Item, node: BlockContent): void {
    const item: ListItem = { type: 'listItem', spread: false, children: [node] };
    this.#lists.length = Math.min(this.#lists.length, level + 1);
    const open = this.#lists.at(-1);
    if (open && this.#lists.length === level + 1 && open.ordered === ordered) {
      open.children.push(item);
      return;
    }
    if (this.#lists.length === level + 1) this.#lists.pop();
    const list: List = { type: 'list', ordered, spread: false, children: [item], ...(number !== undefined && { start: number }) };
    const parent = this.#lists.at(-1)?.children.at(-1);
    if (parent) parent.children.push(list);
    else this.root.children.push(list);
    this.#lists.push(list);
  }
}

function isAllMath(pieces: StoryParagraph['pieces']): boolean {
  return (
    pieces.some(({ kind }) => kind === 'math') &&
    pieces.every(({ kind, text }) => kind === 'math' || (kind === 'text' && text.trim() === ''))
  );
}

/** All paragraphs, those of tables as well. */
function paragraphsOf(entries: readonly StoryEntry[]): StoryParagraph[] {
  return entries.flatMap((entry) =>
    entry.kind === 'paragraph' ? [entry] : entry.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.entries))),
  );
}

/** A frame around content rather than a table: one cell, or cells that hold headings or tables. */
function isLayout({ rows }: StoryTable, roles: ParagraphRoles): boolean {
  const cells = rows.flatMap((row): readonly StoryCell[] => row.cells);
  const isFrame = (entry: StoryEntry): boolean =>
    entry.kind === 'table' || (roles.depth(entry) > 0 && textOfPieces(entry.pieces).text !== '');
  return cells.length <= 1 || cells.some(({ entries }) => entries.some(isFrame));
}
