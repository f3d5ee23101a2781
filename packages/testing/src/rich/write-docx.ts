import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageBreak,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import { PICTURE, partsOfCaption, type RichBlock, type RichDocument, type RichItem, type RichText } from './rich-document.ts';

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];
const STYLES = [
  { id: 'Caption', name: 'caption', basedOn: 'Normal' },
  { id: 'Quote', name: 'Quote', basedOn: 'Normal' },
  { id: 'HTMLPreformatted', name: 'HTML Preformatted', basedOn: 'Normal' },
  ...[1, 2, 3].map((level) => ({ id: `TOC${level}`, name: `toc ${level}`, basedOn: 'Normal' })),
];
const NUMBERS = 'numbers';

/** Writes a Word document with the styles and constructs of Word. */
export async function writeDocx({ blocks, notes, title, author = 'A. Writer' }: RichDocument): Promise<Uint8Array> {
  const writer = new DocxWriter([...notes.keys()]);
  const children = writer.body(blocks);
  const footnotes = Object.fromEntries(
    [...notes.values()].map((texts, at) => [String(at + 1), { children: [new Paragraph({ children: writer.texts(texts) })] }]),
  );
  const levels = Array.from({ length: 6 }, (_, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
  }));
  const document = new Document({
    creator: author,
    ...(title !== undefined && { title }),
    styles: { paragraphStyles: STYLES, characterStyles: [{ id: 'HTMLCode', name: 'HTML Code' }] },
    numbering: { config: [{ reference: NUMBERS, levels }, ...writer.starts(levels)] },
    footnotes,
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

class DocxWriter {
  readonly #notes: readonly string[];
  /** Lists that begin with another number than 1. */
  readonly #starts = new Map<number, number>();

  constructor(notes: readonly string[]) {
    this.#notes = notes;
  }

  body(blocks: readonly RichBlock[]): readonly FileChild[] {
    // Word joins tables that nothing parts.
    return blocks.flatMap((block, at) => {
      const own = this.#block(block);
      return block.kind === 'table' && blocks[at - 1]?.kind === 'table' ? [new Paragraph({}), own] : [own];
    });
  }

  /** Lists of their own for those. */
  starts<Level extends { readonly level: number }>(
    levels: readonly Level[],
  ): readonly { reference: string; levels: (Level & { start: number })[] }[] {
    return [...this.#starts.values()].map((start) => ({
      reference: `${NUMBERS} from ${start}`,
      levels: levels.map((one) => ({ ...one, start: one.level === 0 ? start : 1 })),
    }));
  }

  texts(texts: readonly RichText[]): readonly ParagraphChild[] {
    return texts.flatMap((one) => {
      const [first = '', ...lines] = one.text.split('\n');
      return [this.#text({ ...one, text: first }), ...lines.map((line) => new TextRun({ text: line, break: 1 }))];
    });
  }

  #block(block: RichBlock): FileChild {
    switch (block.kind) {
      case 'heading':
        return new Paragraph({ heading: LEVELS[block.depth - 1]!, children: this.#marked(block.anchor, this.texts(block.texts)) });
      case 'item':
        return this.#item(block);
      case 'table':
        return this.#table(block.rows);
      case 'contents':
        return contentsOf(block.entries);
      case 'pageBreak':
        return new Paragraph({ children: [new PageBreak()] });
      case 'caption':
        return new Paragraph({ style: 'Caption', children: this.#caption(block.texts, block.of) });
      case 'paragraph':
        break;
    }
    const style = block.look === 'quote' ? 'Quote' : block.look === 'code' ? 'HTMLPreformatted' : undefined;
    return new Paragraph({ ...(style !== undefined && { style }), children: this.texts(block.texts) });
  }

  #marked(anchor: string, children: readonly ParagraphChild[]): readonly ParagraphChild[] {
    return anchor === '' ? children : [new Bookmark({ id: anchor, children })];
  }

  #item({ texts, level, number, list }: RichItem): Paragraph {
    const children = this.texts(texts);
    if (number === undefined) return new Paragraph({ bullet: { level }, children });
    if (level === 0 && !this.#starts.has(list)) this.#starts.set(list, number);
    const start = this.#starts.get(list) ?? 1;
    return new Paragraph({ numbering: { reference: start === 1 ? NUMBERS : `${NUMBERS} from ${start}`, level, instance: list }, children });
  }

  #table(rows: Extract<RichBlock, { kind: 'table' }>['rows']): Table {
    const cell = (texts: readonly RichText[]): TableCell => new TableCell({ children: [new Paragraph({ children: this.texts(texts) })] });
    return new Table({ rows: rows.map((cells, row) => new TableRow({ tableHeader: row === 0, children: cells.map(cell) })) });
  }

  #caption(texts: readonly RichText[], kind: string): readonly ParagraphChild[] {
    const parts = partsOfCaption(texts);
    if (!parts) return this.texts(texts);
    return [new TextRun(`${parts.name} `), new SimpleField(` SEQ ${kind} \\* ARABIC `, parts.number), ...this.texts(parts.rest)];
  }

  #text({ text, isBold, isItalic, isCode, link, note, image }: RichText): ParagraphChild {
    if (note !== undefined) return new FootnoteReferenceRun(this.#notes.indexOf(note) + 1);
    const run = image
      ? new ImageRun({
          type: 'png',
          data: PICTURE,
          transformation: { width: 320, height: 240 },
          ...(image.alt !== undefined && { altText: { name: 'Picture', description: image.alt, title: '' } }),
        })
      : new TextRun({
          text,
          ...(isBold && { bold: true }),
          ...(isItalic && { italics: true }),
          ...(isCode && { style: 'HTMLCode' }),
        });
    if (link === undefined) return run;
    return link.startsWith('#')
      ? new InternalHyperlink({ anchor: link.slice(1), children: [run] })
      : new ExternalHyperlink({ link, children: [run] });
  }
}

function contentsOf(entries: Extract<RichBlock, { kind: 'contents' }>['entries']): TableOfContents {
  return new TableOfContents('Contents', {
    hyperlink: true,
    headingStyleRange: '1-3',
    beginDirty: false,
    cachedEntries: entries.map(({ level, text, anchor }, at) => ({ title: text, level, href: anchor, page: at + 1 })),
  });
}
