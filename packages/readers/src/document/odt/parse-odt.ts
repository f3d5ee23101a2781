import type { Limits } from '@preflag/core';
import type { XmlElement } from '../../xml/index.ts';
import { parseXml } from '../../xml/index.ts';
import type { ParagraphMarks, ParagraphRole, Piece, Story, StoryCell, StoryEntry, StoryParagraph, StoryRow } from '../story/story.ts';
import { BLANK } from '../text-map.ts';
import { changeKind, OdtChanges } from './odt-changes.ts';
import { OdtLooks } from './odt-looks.ts';
import type { OdtStyles } from './odt-styles.ts';
import { odfAttribute, odfCount, odfName, odfPoints } from './odt-xml.ts';

export interface OdtContext {
  readonly part: string;
  readonly limits: Limits;
  readonly styles: OdtStyles;
  /** The types of the parts of the package that are files of their own. */
  readonly types: ReadonlyMap<string, string>;
}

/** What a part holds: the text, or the headers and footers of the pages. */
export interface OdtContent {
  readonly body: Story;
  /** It holds a text, which may be empty, and not a table or a drawing. */
  readonly isText: boolean;
  readonly notes: readonly Story[];
  readonly comments: readonly (Story & { readonly isResolved: boolean })[];
  /** By the name of their pages. */
  readonly pages: ReadonlyMap<string, OdtPage>;
  /** The pages that paragraphs ask for, in order. */
  readonly masters: readonly string[];
  /** The first paragraph asks for its page, so that the text does not begin on the default one. */
  readonly beginsWithMaster: boolean;
  readonly anchors: readonly string[];
}

export interface OdtPage {
  readonly layout: string | undefined;
  readonly header: StoryEntry[];
  readonly footer: StoryEntry[];
}

/**
 * Reads a part of an OpenDocument text (ODF 1.3, part 3, 5 to 11) as a reader sees it: what is deleted or hidden is left out.
 * @throws ReadError
 */
export function parseOdt(bytes: Buffer, context: OdtContext): OdtContent {
  const parser = new OdtParser(context);
  parseXml(bytes, parser, context);
  return parser;
}

/** What is no text of the document. */
const SKIPPED: ReadonlySet<string> = new Set(
  `office:forms office:scripts office:font-face-decls text:sequence-decls text:variable-decls text:user-field-decls office:automatic-styles
  office:styles text:table-of-content-source text:illustration-index-source text:table-index-source text:alphabetical-index-source
  text:user-index-source text:object-index-source text:bibliography-source text:note-citation text:number text:ruby-text table:shapes
  text:alphabetical-index-auto-mark-file draw:glue-point draw:image-map office:event-listeners
  office:binary-data`.split(/\s+/),
);
const FIELDS: Readonly<Record<string, string>> = {
  'text:page-number': 'PAGE',
  'text:page-count': 'NUMPAGES',
  'text:bookmark-ref': 'REF',
  'text:reference-ref': 'REF',
  'text:sequence-ref': 'REF',
  'text:note-ref': 'NOTEREF',
  'text:sequence': 'SEQ',
};
/** Shapes that hold paragraphs. */
const SHAPES: ReadonlySet<string> = new Set(
  'draw:text-box draw:custom-shape draw:rect draw:ellipse draw:circle draw:line draw:connector draw:polygon draw:path'.split(' '),
);
const LONGEST_FIELD = 2_000;
const MOST_COLUMNS = 1_000;

interface ParagraphFrame {
  readonly pieces: Piece[];
  readonly marks: ParagraphMarks;
  readonly style: string | undefined;
  readonly role: ParagraphRole;
  /** Text of shapes that hang on the paragraph. */
  readonly after: StoryEntry[];
  readonly sink: number;
  /** White space is one space, and none at the beginning (ODF 1.3, part 3, 6.1.2). */
  endsInSpace: boolean;
}

interface ListFrame {
  readonly style: string | undefined;
  readonly level: number;
  number: number | undefined;
  /** The item has had no paragraph yet. */
  isFresh: boolean;
}

interface TableFrame {
  readonly rows: StoryRow[];
  header: number;
  cells: StoryCell[];
  column: number;
  /** Columns to come that the cell before covers. */
  covered: number;
}

interface PictureFrame {
  readonly width: number | undefined;
  readonly height: number | undefined;
  alt: string | undefined;
  source: string;
  kind: 'image' | 'math' | 'text' | undefined;
}

class OdtParser implements OdtContent {
  readonly body: { readonly entries: StoryEntry[] } = { entries: [] };
  isText = false;
  readonly notes: Story[] = [];
  readonly comments: (Story & { isResolved: boolean })[] = [];
  readonly pages = new Map<string, OdtPage>();
  readonly masters: string[] = [];
  beginsWithMaster = false;
  readonly anchors: string[] = [];

  readonly #context: OdtContext;
  readonly #looks: OdtLooks;
  readonly #changes: OdtChanges = new OdtChanges();
  #skipping = 0;
  /** Where entries go; none outside of the text. */
  readonly #sinks: StoryEntry[][] = [];
  readonly #paragraphs: ParagraphFrame[] = [];
  readonly #spans: (string | undefined)[] = [];
  readonly #links: (string | undefined)[] = [];
  readonly #lists: ListFrame[] = [];
  readonly #tables: TableFrame[] = [];
  readonly #pictures: PictureFrame[] = [];
  readonly #fields: { readonly code: string; result: string }[] = [];
  /** What takes text that is none of the document: the name of an author, the description of a picture. */
  #capture: ((text: string) => void) | undefined;
  readonly #hiddenSections: boolean[] = [];
  #page: OdtPage | undefined;
  #contents = 0;
  #prompts = 0;
  #counts = { footnote: 0, endnote: 0 };

  constructor(context: OdtContext) {
    this.#context = context;
    this.#looks = new OdtLooks(context.styles);
  }

  open(element: XmlElement): void {
    const name = odfName(element);
    if (this.#skipping > 0 || SKIPPED.has(name)) this.#skipping += 1;
    else if (this.#changes.open(name, element)) return;
    else if (name.startsWith('text:')) this.#openText(name, element);
    else if (name.startsWith('table:')) this.#openTable(name, element);
    else this.#openOther(name, element);
  }

  close(element: XmlElement): void {
    const name = odfName(element);
    if (this.#skipping > 0) this.#skipping -= 1;
    else if (this.#changes.close()) return;
    else if (name.startsWith('text:')) this.#closeText(name);
    else if (name.startsWith('table:')) this.#closeTable(name);
    else this.#closeOther(name);
  }

  text(text: string): void {
    if (this.#skipping > 0 || this.#changes.text(text)) return;
    if (this.#capture) this.#capture(text);
    else if (this.#paragraphs.length > 0) this.#addText(text);
  }

  #openText(name: string, element: XmlElement): void {
    if (name === 'text:p' || name === 'text:h') this.#openParagraph(name, element);
    else if (name === 'text:span') this.#spans.push(odfAttribute(element, 'style-name'));
    else if (name === 'text:a') this.#links.push(addressOf(odfAttribute(element, 'href')));
    else if (name === 'text:s') this.#add('text', ' '.repeat(odfCount(element, 'c', 1_000)));
    else if (name === 'text:tab') this.#add('text', '\t');
    else if (name === 'text:line-break') this.#add('text', this.#paragraphs.at(-1)?.role.isCode ? '\n' : ' ');
    else if (name === 'text:list') this.#openList(element);
    else if (name === 'text:list-item') this.#openItem(element);
    else if (name === 'text:note') this.#openNote(element);
    else if (name === 'text:note-body') this.#openStory((entries) => this.notes.push({ entries }));
    else if (name === 'text:section') this.#hiddenSections.push(odfAttribute(element, 'display') === 'none');
    else if (name === 'text:table-of-content') this.#contents += 1;
    else if (name === 'text:placeholder') this.#prompts += 1;
    else if (name === 'text:bookmark' || name === 'text:bookmark-start' || name.startsWith('text:reference-mark'))
      this.anchors.push(odfAttribute(element, 'name') ?? '');
    else if (name === 'text:hidden-text') this.#marks?.hidden.push(odfAttribute(element, 'string-value') ?? '');
    else if (name === 'text:change-start' || name === 'text:change') this.#openChange(name, element);
    else if (name === 'text:change-end') this.#changes.end(odfAttribute(element, 'change-id'));
    else if (FIELDS[name] !== undefined)
      this.#fields.push({
        code: `${FIELDS[name]} ${odfAttribute(element, 'name') ?? odfAttribute(element, 'ref-name') ?? ''}`.trim(),
        result: '',
      });
  }

  #closeText(name: string): void {
    if (name === 'text:p' || name === 'text:h') this.#endParagraph();
    else if (name === 'text:span') this.#spans.pop();
    else if (name === 'text:a') this.#links.pop();
    else if (name === 'text:list') this.#lists.pop();
    else if (name === 'text:note-body') this.#sinks.pop();
    else if (name === 'text:section') this.#hiddenSections.pop();
    else if (name === 'text:table-of-content') this.#contents -= 1;
    else if (name === 'text:placeholder') this.#prompts -= 1;
    else if (FIELDS[name] !== undefined) {
      const field = this.#fields.pop();
      if (field) this.#marks?.fields.push(field);
    }
  }

  #openOther(name: string, element: XmlElement): void {
    if (name === 'office:text') {
      this.isText = true;
      this.#sinks.push(this.body.entries);
    } else if (name === 'office:annotation') this.#openComment(element);
    else if (name === 'style:master-page') this.#openPage(element);
    else if (name === 'style:header' || name === 'style:footer') this.#openEdge(name, element);
    else if (name.startsWith('style:header-') || name.startsWith('style:footer-')) this.#skipping += 1;
    else if (name === 'dc:creator') this.#capture = (text) => this.#nameAuthor(text);
    else if (name === 'dc:date' || name === 'meta:date-string') this.#capture = () => undefined;
    else if (name === 'svg:title' || name === 'svg:desc') this.#capture = (text) => this.#describePicture(text);
    else if (name === 'draw:frame') this.#openPicture(element);
    else if (name === 'draw:image' || name === 'draw:object' || name === 'draw:object-ole') this.#fillPicture(name, element);
    else if (SHAPES.has(name)) this.#openShape();
  }

  #closeOther(name: string): void {
    if (name === 'office:text' || name === 'style:header' || name === 'style:footer' || name === 'office:annotation') this.#sinks.pop();
    else if (name === 'style:master-page') this.#page = undefined;
    else if (name === 'dc:creator' || name === 'dc:date' || name === 'meta:date-string' || name === 'svg:title' || name === 'svg:desc')
      this.#capture = undefined;
    else if (name === 'draw:frame') this.#endPicture();
    else if (SHAPES.has(name)) this.#endShape();
  }

  #openStory(keep: (entries: StoryEntry[]) => void): void {
    const entries: StoryEntry[] = [];
    keep(entries);
    this.#sinks.push(entries);
  }

  #openParagraph(name: string, element: XmlElement): void {
    const style = odfAttribute(element, 'style-name');
    // A paragraph is none by its style: programs show it in no outline.
    const outline = name === 'text:h' ? Math.max(1, odfCount(element, 'outline-level', 10)) : undefined;
    const look = this.#looks.paragraph(style);
    const depth = Math.min(outline ?? (look.isTitle ? 1 : 0), 6);
    const role: ParagraphRole = { ...this.#itemRole(), ...(depth > 0 && { depth }), isQuote: look.isQuote, isCode: look.isCode };
    if (this.#sinks.length === 1 && look.master !== undefined) {
      if (this.body.entries.length === 0) this.beginsWithMaster = true;
      this.masters.push(look.master);
    }
    const marks: ParagraphMarks = { revisions: [], hidden: [], fields: [], comments: [], ...look.marks };
    if (this.#contents > 0) marks.isContents = true;
    this.#paragraphs.push({ pieces: [], marks, style, role, after: [], sink: this.#sinks.length, endsInSpace: true });
    this.#changes.enter(marks);
  }

  #endParagraph(): void {
    const frame = this.#paragraphs.pop();
    if (!frame) return;
    const { pieces, marks, style, role, after } = frame;
    const paragraph: StoryParagraph = { kind: 'paragraph', pieces, marks, style, role };
    const outer = this.#paragraphs.at(-1);
    this.#changes.leave(outer?.marks);
    const sink = outer && outer.sink === this.#sinks.length ? outer.after : this.#sinks.at(-1);
    for (const entry of [paragraph, ...after]) sink?.push(entry);
  }

  get #marks(): ParagraphMarks | undefined {
    return this.#paragraphs.at(-1)?.marks;
  }

  #openList(element: XmlElement): void {
    const parent = this.#lists.at(-1);
    const isInner = parent !== undefined;
    this.#lists.push({
      style: odfAttribute(element, 'style-name') ?? parent?.style,
      level: isInner ? parent.level + 1 : 0,
      number: undefined,
      isFresh: false,
    });
  }

  #openItem(element: XmlElement): void {
    const list = this.#lists.at(-1);
    if (!list) return;
    const start = odfAttribute(element, 'start-value');
    const before = start === undefined ? list.number : odfCount(element, 'start-value', 1_000_000) - 1;
    list.number = (before ?? (this.#context.styles.level(list.style, list.level + 1)?.start ?? 1) - 1) + 1;
    list.isFresh = true;
  }

  /** The first paragraph of an item is the item; others of it are paragraphs. */
  #itemRole(): Pick<ParagraphRole, 'item'> {
    const list = this.#lists.at(-1);
    if (!list?.isFresh || this.#sinks.length === 0) return {};
    list.isFresh = false;
    const level = Math.min(list.level, 8);
    const ordered = this.#context.styles.level(list.style, list.level + 1)?.ordered ?? false;
    return { item: { level, ordered, ...(ordered && list.number !== undefined && { number: list.number }) } };
  }

  #openNote(element: XmlElement): void {
    const isEnd = odfAttribute(element, 'note-class') === 'endnote';
    const number = (this.#counts[isEnd ? 'endnote' : 'footnote'] += 1);
    this.#add('note', isEnd ? `[^e${number}]` : `[^${number}]`);
  }

  #openComment(element: XmlElement): void {
    const id = odfAttribute(element, 'name') ?? `comment ${this.comments.length + 1}`;
    this.#marks?.comments.push(id);
    this.#openStory((entries) => this.comments.push({ entries, id, isResolved: odfAttribute(element, 'resolved') === 'true' }));
  }

  #nameAuthor(text: string): void {
    const comment = this.comments.at(-1);
    if (comment) this.comments[this.comments.length - 1] = { ...comment, author: (comment.author ?? '') + text };
  }

  #openChange(name: string, element: XmlElement): void {
    const { author, kind, deleted } = this.#changes.region(odfAttribute(element, 'change-id'));
    if (name === 'text:change-start') this.#changes.start(odfAttribute(element, 'change-id'), changeKind(kind), author, this.#marks);
    else this.#marks?.revisions.push({ kind: 'deletion', ...(author !== undefined && { author }), text: deleted });
  }

  #openPage(element: XmlElement): void {
    this.#page = { layout: odfAttribute(element, 'page-layout-name'), header: [], footer: [] };
    this.pages.set(odfAttribute(element, 'name') ?? '', this.#page);
  }

  #openEdge(name: string, element: XmlElement): void {
    if (odfAttribute(element, 'display') === 'false' || !this.#page) this.#skipping += 1;
    else this.#sinks.push(name === 'style:header' ? this.#page.header : this.#page.footer);
  }

  #openPicture(element: XmlElement): void {
    const [width, height] = [odfPoints(element, 'width'), odfPoints(element, 'height')];
    this.#pictures.push({ width, height, alt: undefined, source: '', kind: undefined });
  }

  /** The first of the ways in which a frame can be shown counts. */
  #fillPicture(name: string, element: XmlElement): void {
    const picture = this.#pictures.at(-1);
    if (!picture || picture.kind !== undefined) return;
    const source = addressOf(odfAttribute(element, 'href')?.replace(/^\.\//, '')) ?? '';
    const isFormula = name === 'draw:object' && /opendocument\.formula/.test(this.#context.types.get(`${source}/`) ?? '');
    Object.assign(picture, { source, kind: isFormula ? 'math' : 'image' });
  }

  #describePicture(text: string): void {
    const picture = this.#pictures.at(-1);
    if (picture && text.trim() !== '') picture.alt = `${picture.alt ?? ''}${picture.alt === undefined ? '' : ' '}${text.trim()}`;
  }

  #endPicture(): void {
    const { kind, alt, source, width, height } = this.#pictures.pop() ?? {};
    if (kind !== 'image' && kind !== 'math') return;
    const size = width !== undefined && height !== undefined ? { width, height } : {};
    const piece: Piece =
      kind === 'math'
        ? { kind, text: BLANK, bold: false, italic: false }
        : {
            kind,
            text: alt ?? '',
            bold: false,
            italic: false,
            image: { ...(alt !== undefined && { alt }), source: source ?? '', ...size },
          };
    const pieces = this.#paragraphs.at(-1)?.pieces;
    if (pieces) pieces.push(piece);
    else this.#sinks.at(-1)?.push({ kind: 'paragraph', pieces: [piece], marks: { revisions: [], hidden: [], fields: [], comments: [] } });
  }

  #openShape(): void {
    const picture = this.#pictures.at(-1);
    if (picture) picture.kind ??= 'text';
    this.#sinks.push([]);
  }

  #endShape(): void {
    const entries = this.#sinks.pop() ?? [];
    (this.#paragraphs.at(-1)?.after ?? this.#sinks.at(-1))?.push(...entries);
  }

  #openTable(name: string, element: XmlElement): void {
    const table = this.#tables.at(-1);
    if (name === 'table:table') this.#tables.push({ rows: [], header: 0, cells: [], column: 0, covered: 0 });
    else if (!table) return;
    else if (name === 'table:table-header-rows') table.header += 1;
    else if (name === 'table:table-row') Object.assign(table, { cells: [], column: 0, covered: 0 });
    else if (name === 'table:table-cell') this.#openCell(table, odfCount(element, 'number-columns-spanned', MOST_COLUMNS));
    else if (name === 'table:covered-table-cell') this.#coverCell(table, odfCount(element, 'number-columns-repeated', MOST_COLUMNS));
  }

  #openCell(table: TableFrame, columns: number): void {
    const span = Math.max(1, columns);
    const entries: StoryEntry[] = [];
    table.cells.push({ column: table.column, continued: false, span, entries });
    table.column += span;
    table.covered = span - 1;
    this.#sinks.push(entries);
  }

  /** What is covered from the left is a part of that cell; what is covered from above goes on from there. */
  #coverCell(table: TableFrame, count: number): void {
    const entries: StoryEntry[] = [];
    for (let column = 0; column < count; column += 1) {
      if (table.covered > 0) table.covered -= 1;
      else table.cells.push({ column: table.column++, continued: true, span: 1, entries });
    }
    this.#sinks.push(entries);
  }

  #closeTable(name: string): void {
    const table = this.#tables.at(-1);
    if (name === 'table:table-header-rows' && table) table.header -= 1;
    else if (name === 'table:table-row') table?.rows.push({ header: table.header > 0, cells: table.cells });
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#sinks.pop();
    else if (name === 'table:table') {
      this.#tables.pop();
      if (table) this.#sinks.at(-1)?.push({ kind: 'table', rows: table.rows });
    }
  }

  #addText(text: string): void {
    const frame = this.#paragraphs.at(-1);
    if (!frame) return;
    const folded = text.replaceAll(/[\t\r\n ]+/g, ' ');
    const shown = frame.endsInSpace && folded.startsWith(' ') ? folded.slice(1) : folded;
    if (shown === '') return;
    this.#add('text', shown);
    frame.endsInSpace = shown.endsWith(' ');
  }

  #add(kind: Piece['kind'], text: string): void {
    const frame = this.#paragraphs.at(-1);
    if (!frame) return;
    frame.endsInSpace = false;
    if (this.#isHidden(frame)) {
      frame.marks.hidden.push(text);
      return;
    }
    this.#changes.add(text);
    for (const field of this.#fields) if (field.result.length < LONGEST_FIELD) field.result += text;
    const piece = this.#piece(kind, text, frame);
    const last = frame.pieces.at(-1);
    if (last && isAlike(last, piece)) frame.pieces[frame.pieces.length - 1] = { ...last, text: last.text + text };
    else frame.pieces.push(piece);
  }

  #isHidden({ style }: ParagraphFrame): boolean {
    const { styles } = this.#context;
    return (
      this.#hiddenSections.includes(true) ||
      this.#spans.some((span) => styles.first('text', span, ({ hidden }) => hidden)) ||
      (styles.first('paragraph', style, ({ hidden }) => hidden) ?? false)
    );
  }

  #piece(kind: Piece['kind'], text: string, { style }: ParagraphFrame): Piece {
    const { styles } = this.#context;
    const isOn = (property: 'bold' | 'italic' | 'highlighted'): boolean =>
      this.#spans.reduce<boolean | undefined>((on, span) => styles.first('text', span, (one) => one[property]) ?? on, undefined) ??
      styles.first('paragraph', style, (one) => one[property]) ??
      false;
    const isCode = kind === 'text' && this.#spans.some((span) => styles.isNamed('text', span, /^(?:source text|teletype|verbatim)/i));
    const link = this.#links.at(-1);
    const font = this.#looks.font(style, this.#spans);
    return {
      kind: isCode ? 'code' : kind,
      text,
      bold: isOn('bold'),
      italic: isOn('italic'),
      ...(link !== undefined && { link }),
      ...(isOn('highlighted') && { highlighted: true }),
      ...(this.#prompts > 0 && { prompt: true }),
      ...(font && { font }),
    };
  }
}

/** Addresses are relative to the package, so that those of files beside it begin one folder up (ODF 1.3, part 3, 19.385). */
function addressOf(target: string | undefined): string | undefined {
  return target?.replace(/^\.\.\//, '');
}

function isAlike(a: Piece, b: Piece): boolean {
  return (
    a.kind === b.kind &&
    a.kind !== 'image' &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.link === b.link &&
    a.highlighted === b.highlighted &&
    a.prompt === b.prompt &&
    a.font?.font === b.font?.font &&
    a.font?.size === b.font?.size
  );
}
