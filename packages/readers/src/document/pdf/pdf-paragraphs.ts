import type { BlockType } from '../model.ts';
import type { PdfLine } from './pdf-lines.ts';
import type { OutlineEntry, PdfPageSource, StructNode } from './pdf-source.ts';

/** A block with the lines that it is made of. */
export interface PdfBlock {
  readonly type: BlockType;
  readonly depth: number;
  readonly lines: readonly PdfLine[];
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number; readonly header: boolean };
}

/** Lines of one paragraph stand closer than this, in parts of their size. */
const LINE_GAP = 1.7;
/** Letters of another size begin another paragraph. */
const SIZE_CHANGE = 0.08;
const BULLET = /^(?:[•‣◦▪–—*·-]|\(?(?:\d{1,3}|[a-z])[.)])\s/i;

/** Paragraphs of pages without tags, told by the distances of lines; headings are what the outline names. */
export function paragraphsOf(lines: readonly PdfLine[], outline: readonly OutlineEntry[]): readonly PdfBlock[] {
  const titles = new Map(outline.map(({ title, level, page }) => [`${page} ${normal(title)}`, Math.min(level, 6)]));
  const blocks: PdfBlock[] = [];
  let open: PdfLine[] = [];
  const end = (): void => {
    if (open.length > 0) blocks.push({ type: BULLET.test(open[0]!.text) ? 'listItem' : 'paragraph', depth: 0, lines: open });
    open = [];
  };
  for (const line of lines) {
    const depth = titles.get(`${line.page} ${normal(line.text)}`);
    if (depth !== undefined) {
      end();
      blocks.push({ type: 'heading', depth, lines: [line] });
      continue;
    }
    const last = open.at(-1);
    if (last && !goesOn(last, line)) end();
    open.push(line);
  }
  end();
  return blocks;
}

function goesOn(last: PdfLine, line: PdfLine): boolean {
  if (Math.abs(last.size - line.size) > last.size * SIZE_CHANGE || BULLET.test(line.text)) return false;
  // A paragraph goes on over the page where its last line is no end of a sentence.
  if (last.page !== line.page) return !/[.!?:;…"”»)]$/.test(last.text) && /^\p{Ll}/u.test(line.text);
  const gap = line.box[1] - last.box[1];
  return gap > 0 && gap <= last.size * LINE_GAP;
}

/** Words that a heading and its entry in the outline share, however they are spaced and numbered. */
function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u00A0]+/g, ' ')
    .trim();
}

/** Blocks by the tags of a page (ISO 32000-2, 14.8.4). `tables` is how many tables came before. */
export function taggedBlocks(
  { structure }: PdfPageSource,
  linesOfMarks: (marks: readonly string[]) => readonly PdfLine[],
  tables: { count: number },
): readonly PdfBlock[] {
  const blocks: PdfBlock[] = [];
  const add = (type: BlockType, node: StructNode, depth = 0, cell?: PdfBlock['cell']): void => {
    const lines = linesOfMarks(marksOf(node));
    if (lines.length > 0) blocks.push({ type, depth, lines, ...(cell && { cell }) });
  };
  const walk = (node: StructNode): void => {
    const heading = /^H([1-6])?$/.exec(node.role);
    if (heading) add('heading', node, Number(heading[1] ?? 1));
    else if (node.role === 'Table') readTable(node, add, tables);
    else if (node.role === 'LI') add('listItem', node);
    else if (node.role === 'Note' || node.role === 'FENote') add('footnote', node);
    else if (TEXTS.has(node.role) || node.children.some((child) => 'mark' in child)) add('paragraph', node);
    else for (const child of node.children) if ('role' in child) walk(child);
  };
  if (structure) walk(structure);
  return blocks;
}

const TEXTS: ReadonlySet<string> = new Set(['P', 'Caption', 'TOCI', 'BibEntry', 'Title', 'Quote', 'Code']);

function readTable(
  table: StructNode,
  add: (type: BlockType, node: StructNode, depth: number, cell: PdfBlock['cell']) => void,
  tables: { count: number },
): void {
  const index = tables.count++;
  const rows = findAll(table, 'TR');
  for (const [row, { children }] of rows.entries()) {
    const cells = children.filter((child): child is StructNode => 'role' in child && (child.role === 'TH' || child.role === 'TD'));
    const header = cells.length > 0 && cells.every(({ role }) => role === 'TH');
    for (const [column, cell] of cells.entries()) add('tableCell', cell, 0, { table: index, row, column, header });
  }
}

function findAll(node: StructNode, role: string): readonly StructNode[] {
  return node.children.flatMap((child) => ('role' in child ? (child.role === role ? [child] : findAll(child, role)) : []));
}

function marksOf(node: StructNode): readonly string[] {
  return node.children.flatMap((child) => ('mark' in child ? [child.mark] : marksOf(child)));
}
