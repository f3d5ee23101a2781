import { linesOf, type PdfLine } from './pdf-lines.ts';
import { paragraphsOf, type PdfBlock } from './pdf-paragraphs.ts';
import type { OutlineEntry, PdfPageSource } from './pdf-source.ts';
import { taggedBlocks } from './pdf-tags.ts';

/** Fewer pages show no running lines. */
const LEAST_PAGES = 3;
/** A line that comes again at the same place on so many of the pages runs through them. */
const MOST_PAGES = 0.5;
/** Running lines stand in this part of the page, from above or below. */
const EDGE = 0.12;

/** The blocks of all pages: by tags where there are any, else by distances; lines that run through the pages come once, at the end. */
export function pdfBlocks(
  pages: readonly PdfPageSource[],
  outline: readonly OutlineEntry[],
  isTagged: boolean,
  limit: number,
): { readonly blocks: readonly PdfBlock[]; readonly isCut: boolean } {
  const tables = { count: 0 };
  const untagged: PdfLine[] = [];
  const blocks: PdfBlock[] = [];
  const byPage = pages.map(({ items, height }, page) => linesOf(items, page, height));
  const running = runningLines(byPage, pages);
  for (const [index, page] of pages.entries()) {
    const hasTags = isTagged && page.structure !== undefined && (page.items.some(({ mark }) => mark !== '') || page.items.length === 0);
    if (hasTags) {
      const lines = (wanted: readonly string[]): readonly PdfLine[] => {
        const own = new Set(wanted);
        return linesOf(
          page.items.filter(({ mark }) => own.has(mark)),
          index,
          page.height,
        );
      };
      blocks.push(...taggedBlocks(page, index, lines, tables));
    } else untagged.push(...(byPage[index] ?? []).filter((line) => !running.has(line)));
  }
  if (untagged.length > 0) blocks.push(...paragraphsOf(untagged, outline));
  if (!isTagged) blocks.push(...asides(running, pages));
  return { blocks: blocks.slice(0, limit), isCut: blocks.length > limit };
}

/** Lines at the same height of most pages that say the same but for numbers. */
function runningLines(byPage: readonly (readonly PdfLine[])[], pages: readonly PdfPageSource[]): ReadonlySet<PdfLine> {
  const groups = new Map<string, PdfLine[]>();
  for (const [page, lines] of byPage.entries())
    for (const line of lines) {
      const height = pages[page]?.height ?? 0;
      if (line.box[3] > height * EDGE && line.box[1] < height * (1 - EDGE)) continue;
      const key = `${Math.round(line.box[1])} ${line.text.replaceAll(/\d+|\b[ivxlc]+\b/gi, '#')}`;
      const group = groups.get(key);
      if (group) group.push(line);
      else groups.set(key, [line]);
    }
  const running = [...groups.values()].filter((lines) => pages.length >= LEAST_PAGES && lines.length >= pages.length * MOST_PAGES);
  return new Set(running.flat());
}

/** Each running line once. */
function asides(running: ReadonlySet<PdfLine>, pages: readonly PdfPageSource[]): readonly PdfBlock[] {
  const seen = new Set<string>();
  return [...running].flatMap((line) => {
    const key = line.text.replaceAll(/\d+/g, '#');
    if (seen.has(key)) return [];
    seen.add(key);
    const isAbove = line.box[1] < (pages[line.page]?.height ?? 0) / 2;
    return [{ type: isAbove ? 'header' : 'footer', depth: 0, lines: [line] } as const];
  });
}
