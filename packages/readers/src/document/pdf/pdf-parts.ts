import type { Block } from '../model.ts';
import { captionKind, captionNumber } from '../caption-kind.ts';
import { lineWithPage } from '../line-with-page.ts';
import type { Caption, DocumentLink, DocumentParts, DocumentTable, PageSetup, PdfPage } from '../parts-model.ts';
import type { PlacedLine } from './pdf-locator.ts';
import type { PdfBlock } from './pdf-paragraphs.ts';
import type { OutlineEntry, PdfPageSource, PdfSource } from './pdf-source.ts';

interface Sources {
  readonly source: PdfSource;
  readonly pages: readonly PdfPageSource[];
  readonly blocks: readonly Block[];
  readonly lines: readonly (readonly PlacedLine[])[];
  readonly outline: readonly OutlineEntry[];
  readonly found: readonly PdfBlock[];
  readonly destinations: readonly string[];
  readonly isRecovered: boolean;
}

/** What a pdf tells beside its text. */
export function pdfParts(sources: Sources): Partial<DocumentParts> {
  const { source, pages, outline, isRecovered } = sources;
  const { Title: title, Author: author, Subject: subject, Creator: creator, Producer: producer } = source.info;
  const application = creator ?? producer;
  const perPage = pages.map((page, index) => pageOf(page, index, sources));
  return {
    pageCount: pages.length,
    pages: setups(pages, sources),
    links: pages.flatMap((page, index) => page.links.map((link) => linkOf(link, index, sources))),
    anchors: sources.destinations,
    ...(source.isTagged && taggedParts(sources)),
    ...contentsOf(sources),
    properties: {
      ...(title !== undefined && { title }),
      ...(author !== undefined && { author }),
      ...(subject !== undefined && { subject }),
      ...(application !== undefined && { application }),
    },
    pdf: {
      version: source.version,
      isTagged: source.isTagged,
      isRecovered,
      hasOutline: outline.length > 0,
      fonts: source.fonts(),
      pages: perPage,
    },
  };
}

/** Runs of pages of one size. Running headers and footers are those of the whole document. */
function setups(pages: readonly PdfPageSource[], { blocks }: Sources): readonly PageSetup[] {
  const running = blocks.filter(({ type }) => type === 'header' || type === 'footer');
  const setup = ({ width, height }: PdfPageSource): PageSetup => ({
    width,
    height,
    hasHeader: running.some(({ type }) => type === 'header'),
    hasFooter: running.some(({ type }) => type === 'footer'),
    hasPageNumbers: running.some(({ text }) => /\d/.test(text)),
  });
  return pages.filter(({ width, height }, index) => width !== pages[index - 1]?.width || height !== pages[index - 1]?.height).map(setup);
}

function pageOf({ width, height, items, images }: PdfPageSource, index: number, { lines }: Sources): PdfPage {
  const own = lines.flatMap((placed, block) => (placed.some(({ line }) => line.page === index) ? [block] : []));
  const count = (isWanted: (item: PdfPageSource['items'][number]) => boolean): number =>
    items.reduce((sum, item) => sum + (isWanted(item) ? item.text.trim().length : 0), 0);
  return {
    width,
    height,
    units: count(() => true),
    images,
    unitsOutside: count(({ x, y, width: length }) => x + length < 0 || x > width || y < 0 || y > height || x + length > width + 1),
    unmapped: items.reduce((sum, { text }) => sum + (text.match(/[\u0000-\u0008\u000E-\u001F\uFFFD\uE000-\uF8FF]/g)?.length ?? 0), 0),
    first: own[0] ?? -1,
    last: own.at(-1) ?? -1,
  };
}

function linkOf({ target, box }: PdfPageSource['links'][number], page: number, { pages, lines, blocks }: Sources): DocumentLink {
  const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const;
  const block = lines.findIndex((placed) =>
    placed.some(
      ({ line }) =>
        line.page === page && middle[0] >= line.box[0] && middle[0] <= line.box[2] && middle[1] >= line.box[1] && middle[1] <= line.box[3],
    ),
  );
  const text = pages[page] && block >= 0 ? textInBox(pages[page], box) : '';
  return { target, text, block: Math.max(0, Math.min(block, blocks.length - 1)) };
}

/** The words that a box covers, without marks around them: the file says how wide a piece of text is, and not where each letter stands. */
function textInBox({ items, height }: PdfPageSource, [left, top, right, bottom]: PdfPageSource['links'][number]['box']): string {
  const words = items.flatMap(({ text, x, y, width, size }) => {
    const middle = height - y - size / 2;
    if (text.trim() === '' || width <= 0 || middle < top || middle > bottom || x > right || x + width < left) return [];
    const at = (edge: number): number => Math.round(((edge - x) / width) * text.length);
    return [wholeWords(text, Math.max(0, at(left)), Math.min(text.length, at(right)))];
  });
  return withoutMarks(words.join(' ').replaceAll(/\s+/g, ' '));
}

/** Marks at both ends may be those of the sentence around. */
function withoutMarks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && /[\s([“"]/.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s.,;:!?)\]”"]/.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
}

/** Words of which more than half is between the two. */
function wholeWords(text: string, from: number, to: number): string {
  return [...text.matchAll(/\S+/g)]
    .filter(({ 0: word, index }) => Math.min(to, index + word.length) - Math.max(from, index) > word.length / 2)
    .map(([word]) => word)
    .join(' ');
}

/** What only tags tell. */
function taggedParts({ found, blocks }: Sources): Pick<DocumentParts, 'tables' | 'images' | 'captions'> {
  return {
    tables: tablesOf(blocks),
    images: found.flatMap(({ picture, page }, block) =>
      picture ? [{ block, source: `page ${(page ?? 0) + 1}`, ...(picture.alt !== undefined && { alt: picture.alt }) }] : [],
    ),
    captions: found.flatMap(({ isCaption }, block): readonly Caption[] => {
      const text = blocks[block]?.text ?? '';
      const number = captionNumber(text);
      return isCaption ? [{ block, kind: captionKind(text) ?? 'other', ...(number !== undefined && { number }) }] : [];
    }),
  };
}

function tablesOf(blocks: readonly Block[]): readonly DocumentTable[] {
  const tables: { table: number; widths: number[]; headers: Set<number>; after: number }[] = [];
  for (const { cell, index } of blocks) {
    if (!cell) continue;
    let table = tables.at(-1);
    if (table?.table !== cell.table) tables.push((table = { table: cell.table, widths: [], headers: new Set(), after: index - 1 }));
    table.widths[cell.row] = Math.max(table.widths[cell.row] ?? 0, cell.column + 1);
    if (cell.header) table.headers.add(cell.row);
  }
  return tables.map(({ table, widths, headers, after }) => {
    const all = Array.from(widths, (width) => width ?? 0);
    return { table, rows: all.length, columns: Math.max(0, ...all), headerRows: headers.size, widths: all, after };
  });
}

/** The lines that are tagged as those of a table of contents; else what the outline names. */
function contentsOf({ outline, lines, found, blocks }: Sources): Pick<DocumentParts, 'contents'> | undefined {
  const tagged = found.flatMap(({ type }, block) => (type === 'contents' ? [contentsLine(blocks[block]?.text ?? '', block)] : []));
  if (tagged.length > 0) return { contents: tagged };
  if (outline.length === 0) return undefined;
  return {
    contents: outline.map(({ title, level, page }) => ({
      text: title,
      level,
      ...(page !== undefined && { page: String(page + 1) }),
      block: Math.max(
        0,
        lines.findIndex((placed) => placed.some(({ line }) => line.page === page)),
      ),
    })),
  };
}

/** Levels are not told. */
function contentsLine(text: string, block: number): DocumentParts['contents'][number] {
  const { title, page } = lineWithPage(text);
  return { text: title, level: 1, ...(page !== undefined && { page }), block };
}
