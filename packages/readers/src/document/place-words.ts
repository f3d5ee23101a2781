import type { Block, BlockType } from './model.ts';

const TYPE_WORDS: Readonly<Record<BlockType, string>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  listItem: 'list item',
  contents: 'line of the contents',
  tableCell: 'table',
  code: 'code block',
  html: 'html',
  frontmatter: 'front matter',
  footnote: 'footnote',
  notes: 'speaker notes',
  math: 'formula',
  header: 'page header',
  footer: 'page footer',
  comment: 'comment',
};

const LONGEST_TITLE = 60;
const LONGEST_ANCHOR = 80;
const JOINT = ' › ';

/** Says where blocks stand, in words for people and in words that stay the same between attempts. */
export class PlaceWords {
  /** The number of each block among those of its type under the same heading, from 1; of a cell, of its table. */
  readonly #numbers: Uint32Array;
  /** The first column's text of each table row, by table and row. */
  readonly #rowKeys = new Map<string, string>();

  constructor(blocks: readonly Block[]) {
    this.#numbers = new Uint32Array(blocks.length);
    let counts = new Map<BlockType, number>();
    let table = -1;
    for (const { index, type, cell, text, quoted } of blocks) {
      if (type === 'heading' && !quoted) counts = new Map();
      const isSame = type === 'tableCell' && cell?.table === table;
      if (!isSame) counts.set(type, (counts.get(type) ?? 0) + 1);
      table = cell?.table ?? (type === 'tableCell' ? table : -1);
      this.#numbers[index] = counts.get(type) ?? 1;
      if (cell && !this.#rowKeys.has(rowOf(cell))) this.#rowKeys.set(rowOf(cell), normal(text));
    }
  }

  /** `Findings › table 1, row 2, column 3`; the line is said only where there is no heading. */
  place(block: Block, line?: number): string {
    if (block.type === 'heading') return title(block.text) || [...nearest(block.path), 'empty heading'].join(JOINT);
    if (block.path.length === 0 && line !== undefined && block.type !== 'frontmatter') return `line ${line}`;
    return [...nearest(block.path), this.#what(block)].join(JOINT);
  }

  /** All headings above, and the block's kind and number: `Report › Findings › table 1, row 2, column 3`. */
  path(block: Block): string {
    const what = block.type === 'heading' ? `heading: ${title(block.text)}` : this.#what(block);
    return [...block.path.map(title), what].join(JOINT);
  }

  /** A place that no block holds, after this one. */
  between(after: Block | undefined, line?: number): string {
    const path = after?.type === 'heading' ? [...after.path, after.text] : (after?.path ?? []);
    return nearest(path)[0] ?? (line === undefined ? '' : `line ${line}`);
  }

  anchor(block: Block): string {
    const key = block.cell && block.cell.column > 0 ? this.#rowKeys.get(rowOf(block.cell)) : undefined;
    return [...block.path.map(normal), block.type, ...(key ? [key] : []), normal(block.text)].join(JOINT);
  }

  anchorBetween(after: Block | undefined, text: string): string {
    const path = after?.type === 'heading' ? [...after.path, after.text] : (after?.path ?? []);
    return [...path, text].map(normal).join(JOINT);
  }

  #what({ index, type, cell }: Block): string {
    const what = type === 'frontmatter' ? TYPE_WORDS[type] : `${TYPE_WORDS[type]} ${this.#numbers[index]}`;
    return cell ? `${what}, row ${cell.row + 1}, column ${cell.column + 1}` : what;
  }
}

function rowOf(cell: NonNullable<Block['cell']>): string {
  return `${cell.table}:${cell.row}`;
}

function nearest(path: readonly string[]): string[] {
  return path.length > 0 ? [title(path.at(-1) ?? '') || 'untitled section'] : [];
}

function title(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > LONGEST_TITLE ? `${folded.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : folded;
}

/** Lower-case, white space folded, the beginning only: small changes further on keep the anchor. */
function normal(text: string): string {
  return text
    .slice(0, LONGEST_ANCHOR * 4)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_ANCHOR);
}
