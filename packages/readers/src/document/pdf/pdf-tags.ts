import type { Block, BlockType } from '../model.ts';
import type { PdfLine } from './pdf-lines.ts';
import type { PdfBlock } from './pdf-paragraphs.ts';
import type { PdfPageSource, StructNode } from './pdf-source.ts';

type LinesOf = (marks: readonly string[]) => readonly PdfLine[];
type Item = NonNullable<Block['item']>;

/** What the tags around a text say of it. */
interface Around {
  readonly isQuoted: boolean;
  /** Of the lists around, -1 outside of any. */
  readonly level: number;
}

/** Blocks by the tags of a page (ISO 32000-2, 14.8.4). `tables` is how many tables came before. */
export function taggedBlocks(
  { structure }: PdfPageSource,
  page: number,
  linesOfMarks: LinesOf,
  tables: { count: number },
): readonly PdfBlock[] {
  const walk = new TagWalk(page, linesOfMarks, tables);
  if (structure) walk.node(structure, { isQuoted: false, level: -1 });
  return walk.blocks;
}

/** Tags of text, whatever is in them. */
const TEXTS: ReadonlySet<string> = new Set(['P', 'BibEntry', 'Title', 'Quote']);

class TagWalk {
  readonly blocks: PdfBlock[] = [];
  readonly #page: number;
  readonly #linesOf: LinesOf;
  readonly #tables: { count: number };

  constructor(page: number, linesOf: LinesOf, tables: { count: number }) {
    this.#page = page;
    this.#linesOf = linesOf;
    this.#tables = tables;
  }

  node(node: StructNode, around: Around): void {
    const { role } = node;
    const heading = /^H([1-6])?$/.exec(role);
    if (heading) this.#add('heading', node, around, { depth: Number(heading[1] ?? 1) });
    else if (role === 'Table') this.#table(node, around);
    else if (role === 'L') for (const child of innerTags(node)) this.node(child, { ...around, level: around.level + 1 });
    else if (role === 'LI') this.#item(node, around);
    else if (role === 'Figure') this.#figure(node);
    else if (role === 'Note' || role === 'FENote') this.#add('footnote', node, around);
    else if (role === 'Caption') this.#add('paragraph', node, around, { isCaption: true });
    else if (role === 'TOCI') this.#add('contents', node, around);
    else if (role === 'Code') this.#add('code', node, around);
    else if (role === 'BlockQuote') this.#quote(node, around);
    else if (TEXTS.has(role) || node.children.some((child) => 'mark' in child)) this.#text(node, around);
    else for (const child of innerTags(node)) this.node(child, around);
  }

  #add(type: BlockType, node: StructNode, { isQuoted }: Around, more: Partial<PdfBlock> = {}): void {
    const lines = this.#linesOf(marksOf(node));
    if (lines.length > 0 || more.cell)
      this.blocks.push({ type, depth: 0, lines, page: this.#page, ...(isQuoted && { isQuoted }), ...more });
  }

  /** Programs put pictures into the paragraphs that they stand in. */
  #text(node: StructNode, around: Around): void {
    this.#add('paragraph', node, around);
    for (const figure of findAll(node, 'Figure')) this.#figure(figure);
  }

  #quote(node: StructNode, around: Around): void {
    const inner = innerTags(node);
    if (inner.length === 0) this.#add('paragraph', node, { ...around, isQuoted: true });
    else for (const child of inner) this.node(child, { ...around, isQuoted: true });
  }

  /** The label shows what kind of list it is; lists inside of the item follow it. */
  #item(node: StructNode, around: Around): void {
    const label = findAll(node, 'Lbl', 'L')
      .flatMap((one) => this.#linesOf(marksOf(one)))[0]
      ?.text.trim();
    const own = marksOf(node, 'L');
    const labels = new Set(findAll(node, 'Lbl', 'L').flatMap((one) => marksOf(one)));
    const body = own.filter((mark) => !labels.has(mark));
    const lines = this.#linesOf(body.length > 0 ? body : own);
    const item = itemOf(label, lines[0]?.text ?? '', Math.max(0, around.level));
    if (lines.length > 0) this.blocks.push({ type: 'listItem', depth: 0, lines, item, ...(around.isQuoted && { isQuoted: true }) });
    for (const inner of findAll(node, 'L')) this.node(inner, { ...around, level: Math.max(0, around.level) });
  }

  #figure(node: StructNode): void {
    const picture = node.alt === undefined ? {} : { alt: node.alt };
    this.blocks.push({ type: 'paragraph', depth: 0, lines: [], page: this.#page, picture });
  }

  #table(table: StructNode, around: Around): void {
    for (const caption of findAll(table, 'Caption')) this.node(caption, around);
    const index = this.#tables.count++;
    for (const [row, tag] of findAll(table, 'TR').entries()) {
      const cells = innerTags(tag).filter(({ role }) => role === 'TH' || role === 'TD');
      const header = cells.length > 0 && cells.every(({ role }) => role === 'TH');
      for (const [column, cell] of cells.entries()) this.#add('tableCell', cell, around, { cell: { table: index, row, column, header } });
    }
  }
}

function innerTags({ children }: StructNode): readonly StructNode[] {
  return children.filter((child): child is StructNode => 'role' in child);
}

/** The outermost tags of a role, but for those inside of others. */
function findAll(node: StructNode, role: string, except?: string): readonly StructNode[] {
  return innerTags(node).flatMap((child) => (child.role === role ? [child] : child.role === except ? [] : findAll(child, role, except)));
}

function marksOf(node: StructNode, except?: string): readonly string[] {
  return node.children.flatMap((child) => ('mark' in child ? [child.mark] : child.role === except ? [] : marksOf(child, except)));
}

/** By its label, or by the number that the text begins with where there is none. */
function itemOf(label: string | undefined, text: string, level: number): Item {
  const [, number] = (label === undefined ? /^\(?(\d{1,3})[.)]\s/ : /^\(?(\d{1,9})[.):]?$/).exec(label ?? text) ?? [];
  if (number !== undefined) return { level, ordered: true, number: Number(number) };
  return { level, ordered: /^\(?\p{L}{1,6}[.)]$/u.test(label ?? '') };
}
