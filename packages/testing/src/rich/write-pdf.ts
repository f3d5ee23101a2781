import { assemblePdf, GREY_PICTURE } from '../pdf-of.ts';
import { PdfPages, type PdfLink } from './pdf-pages.ts';
import { addTags, newTag, pdfText, type PdfTag } from './pdf-tags.ts';
import type { RichBlock, RichDocument, RichItem, RichText } from './rich-document.ts';
import { textOf } from './rich-of-markdown.ts';

/** What a pdf may be without. */
export interface PdfOptions {
  /** Default true. */
  readonly isTagged?: boolean;
  /** Its headings are bookmarks, too. Default true. */
  readonly hasOutline?: boolean;
}

/** Writes a tagged pdf (ISO 32000-1, 14.8) with an outline and links, as Word exports it; footnotes stand at its end. */
export function writePdf(document: RichDocument, options: PdfOptions = {}): Uint8Array {
  const writer = new PdfWriter([...document.notes.keys()]);
  writer.body(document.blocks);
  for (const [name, texts] of document.notes) writer.note(name, texts);
  return fileOf(writer, document, options);
}

class PdfWriter {
  readonly pages = new PdfPages();
  readonly root = newTag('Document');
  readonly outline: { readonly title: string; readonly depth: number; readonly page: number }[] = [];
  readonly #notes: readonly string[];
  /** The lists that are open, outermost first. */
  #lists: PdfTag[] = [];
  #list = -1;

  constructor(notes: readonly string[]) {
    this.#notes = notes;
  }

  body(blocks: readonly RichBlock[]): void {
    for (const block of blocks) {
      if (block.kind === 'item') this.#item(block);
      else {
        this.#lists = [];
        this.#block(block);
      }
    }
  }

  note(name: string, texts: readonly RichText[]): void {
    const tag = newTag('Note', this.root);
    this.pages.set([{ text: `${this.#notes.indexOf(name) + 1} ` }, ...texts], tag, { size: 9 });
  }

  #block(block: Exclude<RichBlock, RichItem>): void {
    const { pages, root } = this;
    if (block.kind === 'heading') {
      pages.space(12);
      if (block.anchor !== '') pages.mark(block.anchor);
      this.outline.push({ title: textOf(block.texts), depth: block.depth, page: pages.pages.length - 1 });
      pages.set(this.#texts(block.texts), newTag(`H${block.depth}`, root), { size: 20 - block.depth * 2 });
    } else if (block.kind === 'table') this.#table(block.rows);
    else if (block.kind === 'contents') {
      const contents = newTag('TOC', root);
      for (const [at, { text, anchor }] of block.entries.entries())
        pages.set([{ text: `${text} .......... ${at + 1}`, link: `#${anchor}` }], newTag('TOCI', contents));
    } else if (block.kind === 'pageBreak') pages.breakPage();
    else {
      const isQuote = block.kind === 'paragraph' && block.look === 'quote';
      const isCode = block.kind === 'paragraph' && block.look === 'code';
      for (const { image } of block.texts) if (image) pages.picture(newTag('Figure', root, image.alt));
      const texts = this.#texts(block.texts.filter(({ image }) => !image));
      const tag = (): PdfTag =>
        isQuote ? newTag('P', newTag('BlockQuote', root)) : newTag(block.kind === 'caption' ? 'Caption' : isCode ? 'Code' : 'P', root);
      if (texts.length > 0) pages.set(texts, tag());
    }
    this.pages.space(8);
  }

  #item({ texts, level, number, list }: RichItem): void {
    if (list !== this.#list) this.#lists = [];
    this.#list = list;
    this.#lists.length = Math.min(this.#lists.length, level + 1);
    if (this.#lists.length <= level) {
      const outer = this.#lists.at(-1)?.children.at(-1);
      this.#lists.push(newTag('L', outer && 'role' in outer ? outer : this.root));
    }
    const item = newTag('LI', this.#lists.at(-1));
    const left = 90 + level * 18;
    this.pages.set([{ text: number === undefined ? '•' : `${number}.` }], newTag('Lbl', item), { left: left - 18 });
    this.pages.goBack();
    this.pages.set(this.#texts(texts), newTag('LBody', item), { left, width: 380 });
  }

  #table(rows: Extract<RichBlock, { kind: 'table' }>['rows']): void {
    const table = newTag('Table', this.root);
    for (const [index, cells] of rows.entries()) {
      const row = newTag('TR', table);
      this.pages.setRow(cells.map((texts) => ({ texts: this.#texts(texts), tag: newTag(index === 0 ? 'TH' : 'TD', row) })));
    }
  }

  /** Marks of footnotes are numbers. */
  #texts(texts: readonly RichText[]): readonly RichText[] {
    return texts.map((one) => (one.note === undefined ? one : { text: String(this.#notes.indexOf(one.note) + 1) }));
  }
}

function fileOf(
  { pages, root, outline }: PdfWriter,
  { title, author }: RichDocument,
  { isTagged = true, hasOutline = true }: PdfOptions,
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const set = (object: number, body: string): void => void (objects[object - 1] = body);
  const [catalog, tree, picture] = [add(''), add(''), add(GREY_PICTURE)];
  const letters = add(streamOf(pages.letters.map()));
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /ToUnicode ${letters} 0 R /DescendantFonts [${add(CID_FONT)} 0 R] >>`,
  );
  const resources = `<< /Font << /F ${font} 0 R >> /XObject << /I ${picture} 0 R >> >>`;
  const numbers = pages.pages.map(() => add(''));
  for (const [at, { content }] of pages.pages.entries()) {
    const links = pages.links.filter(({ page }) => page === at).map((link) => `${add(annotationOf(link))} 0 R`);
    const body = add(streamOf(content.join('\n')));
    set(
      numbers[at]!,
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${body} 0 R /StructParents ${at} /Annots [${links.join(' ')}] >>`,
    );
  }
  set(tree, `<< /Type /Pages /Kids [${numbers.map((page) => `${page} 0 R`).join(' ')}] /Count ${numbers.length} >>`);
  const places = [...pages.places].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const names = places.map(([name, { page, y }]) => `${bytesText(name)} [${numbers[page]} 0 R /XYZ 0 ${y + 20} 0]`);
  const tags = isTagged ? `/MarkInfo << /Marked true >> /StructTreeRoot ${addTags(root, numbers, { add, set })} 0 R` : '';
  const outlines = outline.length === 0 || !hasOutline ? '' : `/Outlines ${addOutline(outline, numbers, { add, set })} 0 R`;
  set(
    catalog,
    `<< /Type /Catalog /Pages ${tree} 0 R /Lang (en-GB) ${tags} ${outlines} /Names << /Dests << /Names [${names.join(' ')}] >> >> >>`,
  );
  const info = add(
    `<< ${title === undefined ? '' : `/Title ${pdfText(title)}`} ${author === undefined ? '' : `/Author ${pdfText(author)}`} /Producer (Writer) >>`,
  );
  return assemblePdf(objects, `/Root ${catalog} 0 R /Info ${info} 0 R`);
}

function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

const CID_FONT =
  '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>';

function annotationOf({ target, box }: PdfLink): string {
  const action = target.startsWith('#') ? `/Dest ${bytesText(target.slice(1))}` : `/A << /S /URI /URI ${bytesText(target)} >>`;
  return `<< /Type /Annot /Subtype /Link /Rect [${box.join(' ')}] /Border [0 0 0] ${action} >>`;
}

/** Entries one after the other at one level each: those of lower levels stand inside of the last of a higher one. */
function addOutline(
  entries: PdfWriter['outline'],
  pages: readonly number[],
  { add, set }: { readonly add: (body: string) => number; readonly set: (object: number, body: string) => void },
): number {
  const write = (parent: number, from: number, to: number): string => {
    const starts: number[] = [];
    for (let at = from; at < to; at += 1) if (entries[at]!.depth <= (entries[starts.at(-1) ?? from]?.depth ?? 0)) starts.push(at);
    const numbers = starts.map(() => add(''));
    for (const [index, at] of starts.entries()) {
      const { title, page } = entries[at]!;
      const inner = write(numbers[index]!, at + 1, starts[index + 1] ?? to);
      const near = [index > 0 && `/Prev ${numbers[index - 1]} 0 R`, index < starts.length - 1 && `/Next ${numbers[index + 1]} 0 R`];
      set(
        numbers[index]!,
        `<< /Title ${pdfText(title)} /Parent ${parent} 0 R /Dest [${pages[page]} 0 R /Fit] ${near.filter(Boolean).join(' ')} ${inner} >>`,
      );
    }
    return numbers.length === 0 ? '' : `/First ${numbers[0]} 0 R /Last ${numbers.at(-1)} 0 R /Count ${numbers.length}`;
  };
  const root = add('');
  set(root, `<< /Type /Outlines ${write(root, 0, entries.length)} >>`);
  return root;
}

/** A byte string, for what is ASCII in a pdf: names and addresses. */
function bytesText(text: string): string {
  return `<${Buffer.from(text, 'utf8').toString('hex')}>`;
}
