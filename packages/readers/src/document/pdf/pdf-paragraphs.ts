import type { Block, BlockType } from '../model.ts';
import type { PdfLine } from './pdf-lines.ts';
import type { OutlineEntry } from './pdf-source.ts';

/** A block with the lines that it is made of. */
export interface PdfBlock {
  readonly type: BlockType;
  readonly depth: number;
  readonly lines: readonly PdfLine[];
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number; readonly header: boolean };
  readonly item?: NonNullable<Block['item']>;
  readonly isQuoted?: true;
  /** Its tag says that it is a caption. */
  readonly isCaption?: true;
  /** Where it is, of a picture or an empty cell, which have no lines. */
  readonly page?: number;
  readonly picture?: { readonly alt?: string };
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
