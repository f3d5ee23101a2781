import type { TextItem } from './pdf-source.ts';

export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A line of text on a page. Lengths are in points, from the top left corner of the page. */
export interface PdfLine {
  readonly page: number;
  readonly text: string;
  readonly box: Box;
  /** The size of most of its letters. */
  readonly size: number;
  readonly font: string;
}

/** How far the baselines of one line may be apart, and how wide a gap is a space, in parts of the size of the letters. */
const SAME_LINE = 0.5;
const SPACE = 0.2;
/** Columns of a table, and the number behind a title in a table of contents, stand apart this far. */
const COLUMN = 3;

/** The lines of a page in the order in which the file draws them, which is mostly the order in which they are read. */
export function linesOf(items: readonly TextItem[], page: number, height: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let open: TextItem[] = [];
  const end = (): void => {
    const line = lineOf(open, page, height);
    if (line) lines.push(line);
    open = [];
  };
  for (const item of items) {
    const last = open.at(-1);
    if (last && !isBeside(last, item)) end();
    if (item.text !== '') open.push(item);
    if (item.endsLine) end();
  }
  end();
  return lines;
}

function isBeside(last: TextItem, item: TextItem): boolean {
  const size = Math.max(last.size, item.size, 1);
  return Math.abs(last.y - item.y) <= size * SAME_LINE && item.x >= last.x - size * 0.5;
}

function lineOf(items: readonly TextItem[], page: number, height: number): PdfLine | undefined {
  let text = '';
  let last: TextItem | undefined;
  for (const item of items) {
    const gap = last ? item.x - (last.x + last.width) : 0;
    const size = Math.max(item.size, 1);
    // The library puts a space as wide as the gap between pieces that stand apart.
    const isGap = item.text.trim() === '' && item.width > size * COLUMN;
    if (isGap || (last && gap > size * COLUMN)) text = `${text.trimEnd()}\t`;
    else if (last && gap > size * SPACE && !/\s$/.test(text) && !/^\s/.test(item.text)) text += ' ';
    if (!isGap) text += item.text;
    last = item;
  }
  const shown = text.replaceAll(/[ \u00A0]+$/g, '').replace(/^\s+/, '');
  if (shown.trim() === '') return undefined;
  const main = items.reduce((best, item) => (item.text.length > best.text.length ? item : best));
  const box: Box = [
    Math.min(...items.map(({ x }) => x)),
    height - Math.max(...items.map(({ y, size }) => y + size)),
    Math.max(...items.map(({ x, width }) => x + width)),
    height - Math.min(...items.map(({ y, size }) => y - size * 0.25)),
  ];
  return { page, text: shown, box, size: main.size, font: main.font };
}
