import type { Limits } from '@preflag/core';
import type { Relationship, XmlElement } from '../../xml/index.ts';
import { parseXml } from '../../xml/index.ts';
import { BLANK } from '../text-map.ts';
import { attributeOf, fontOf, halfPoints, isOn, namespaceOf, numberOf, readLine, relationshipOf } from './docx-xml.ts';
import { FieldStack } from './field-stack.ts';
import type {
  ParagraphMarks,
  Piece,
  RunFont,
  Story,
  StoryCell,
  StoryEntry,
  StoryImage,
  StoryPart,
  StoryRow,
  StorySection,
} from '../story/story.ts';
import type { Styles } from './styles.ts';

export interface StoryContext {
  readonly part: string;
  readonly limits: Limits;
  readonly styles: Styles;
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/**
 * Reads a part that holds text (ECMA-376-1, 17.2, 17.3, 17.10, 17.11, 17.13): body, notes, comments, headers, footers.
 * Deleted and hidden text and the codes of fields are left out; of alternatives the first is taken.
 * @throws ReadError
 */
export function parseStory(bytes: Buffer, context: StoryContext): StoryPart {
  const parser = new StoryParser(context);
  parseXml(bytes, parser, context);
  return parser;
}

/** Parts of the text that nobody sees, and the state before tracked changes. */
const SKIPPED: ReadonlySet<string> = new Set(
  `delInstrText rPrChange pPrChange tblPrChange tblPrExChange tcPrChange trPrChange sectPrChange tblGridChange
  numberingChange sdtEndPr rt`.split(/\s+/),
);
const REVISIONS: ReadonlyMap<string, 'insertion' | 'deletion' | 'move'> = new Map([
  ['ins', 'insertion'],
  ['del', 'deletion'],
  ['moveFrom', 'move'],
  ['moveTo', 'move'],
]);
const STORIES: ReadonlySet<string> = new Set(['body', 'hdr', 'ftr', 'footnote', 'endnote', 'comment']);
const PICTURES: ReadonlySet<string> = new Set(['drawing', 'pict', 'object']);

type PropertiesOf = 'run' | 'paragraph' | 'table' | 'section' | 'control';
/** Elements whose children are properties. */
const PROPERTIES: ReadonlyMap<string, PropertiesOf> = new Map([
  ['rPr', 'run'],
  ['pPr', 'paragraph'],
  ['numPr', 'paragraph'],
  ['trPr', 'table'],
  ['tcPr', 'table'],
  ['tblPr', 'table'],
  ['sectPr', 'section'],
  ['sdtPr', 'control'],
  ['docPartObj', 'control'],
]);
/** Elements at whose ends something is to be done; paragraphs, runs and texts are asked for before. */
const RARE_ENDS: ReadonlySet<string> = new Set(['delText', 'instrText', 'sdt', 'fldSimple', 'tc', 'tr', 'tbl', 'hyperlink', 'txbxContent'])
  .union(new Set(REVISIONS.keys()))
  .union(PICTURES)
  .union(STORIES);

interface ParagraphFrame {
  readonly pieces: Piece[];
  readonly marks: ParagraphMarks;
  /** Text boxes that hang on the paragraph. */
  readonly after: StoryEntry[];
  style?: string | undefined;
  outline?: number | undefined;
  numId?: number | undefined;
  level?: number | undefined;
}

interface RunFrame {
  bold: boolean;
  italic: boolean;
  hidden?: boolean;
  style?: string | undefined;
  language?: string | undefined;
  highlighted?: boolean;
  font?: string | undefined;
  size?: number | undefined;
}

/** A tracked change that is open, with what was inserted or deleted so far. */
interface RevisionFrame {
  readonly kind: 'insertion' | 'deletion' | 'move';
  readonly author: string | undefined;
  /** What is deleted, or moved away, is in the document no more. */
  readonly isGone: boolean;
  text: string;
}

interface PictureFrame {
  alt: string | undefined;
  isDecoration: boolean;
  hasText: boolean;
  source: string;
  width?: number;
  height?: number;
}

interface TableFrame {
  readonly rows: StoryRow[];
  style?: string | undefined;
  looksAtFirstRow: boolean;
  row: { cells: StoryCell[]; column: number; header: boolean; deleted: boolean };
  cell: { entries: StoryEntry[]; span: number; continued: boolean; deleted: boolean };
}

class StoryParser implements StoryPart {
  readonly stories: Story[] = [];
  readonly headers: string[] = [];
  readonly footers: string[] = [];
  readonly languages = new Map<string, number>();
  readonly sections: StorySection[] = [];
  readonly bookmarks: string[] = [];
  foreignParts = 0;

  readonly #context: StoryContext;
  /** Local names of the open elements that are not skipped. */
  readonly #path: string[] = [];
  /** Open elements of a subtree that is skipped. */
  #skipping = 0;
  /** Where entries go: the story, a cell, a text box. */
  readonly #sinks: StoryEntry[][] = [];
  readonly #paragraphs: ParagraphFrame[] = [];
  readonly #runs: RunFrame[] = [];
  readonly #tables: TableFrame[] = [];
  readonly #links: (string | undefined)[] = [];
  readonly #pictures: PictureFrame[] = [];
  readonly #revisions: RevisionFrame[] = [];
  readonly #controls: { isPrompt: boolean; isContents: boolean }[] = [];
  /** For each open choice between alternatives: one was taken. */
  readonly #choices: boolean[] = [];
  readonly #fields: FieldStack = new FieldStack();
  /** Of the paragraph that ended last. */
  #lastMarks: ParagraphMarks | undefined;
  #math = 0;
  #isText = false;
  #notes = { footnoteReference: 0, endnoteReference: 0 };

  constructor(context: StoryContext) {
    this.#context = context;
  }

  open(element: XmlElement): void {
    if (this.#skipping > 0) {
      this.#skipping++;
      return;
    }
    const namespace = namespaceOf(element);
    if (namespace === 'compatibility') this.#openAlternative(element);
    else if (namespace === 'math') this.#openMath(element);
    else if (namespace === 'word') this.#openWord(element);
    else if (namespace === 'drawing') this.#openDrawing(element);
    else this.#describePicture(element);
    if (this.#skipping === 0) this.#path.push(element.local);
  }

  text(text: string): void {
    if (!this.#isText || this.#skipping > 0) return;
    const run = this.#runs.at(-1);
    const isHidden =
      run?.hidden ??
      (this.#context.styles.isHidden(this.#paragraphs.at(-1)?.style) ||
        (run?.style !== undefined && this.#context.styles.isHidden(run.style)));
    if (this.#fields.takeCode(text, this.#path.at(-1) === 'instrText')) return;
    if (isHidden) this.#paragraphs.at(-1)?.marks.hidden.push(text);
    const change = this.#revisions.at(-1);
    if (change) change.text += text;
    if (isHidden || this.#isGone) return;
    this.#fields.takeResult(text);
    const language = run?.language ?? this.#context.styles.language;
    if (language !== undefined) this.languages.set(language, (this.languages.get(language) ?? 0) + text.length);
    const isCode = run?.style !== undefined && this.#context.styles.isCode(run.style);
    this.#add(this.#math > 0 ? 'math' : isCode ? 'code' : 'text', onOneLine(text));
  }

  close(element: XmlElement): void {
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    this.#path.pop();
    const namespace = namespaceOf(element);
    if (namespace === 'compatibility' && element.local === 'AlternateContent') this.#choices.pop();
    else if (namespace === 'math') this.#closeMath(element);
    else if (namespace === 'word') this.#closeWord(element.local);
    else if (namespace === 'drawing') this.#closeDrawing(element);
  }

  #skip(): void {
    this.#skipping = 1;
  }

  #openAlternative({ local }: XmlElement): void {
    if (local === 'AlternateContent') this.#choices.push(false);
    else if (this.#choices.at(-1) === true) this.#skip();
    else if (this.#choices.length > 0) this.#choices[this.#choices.length - 1] = true;
  }

  #openMath({ local }: XmlElement): void {
    if (local === 'oMath') this.#math++;
    else if (local === 't') this.#isText = true;
    else if (local.endsWith('Pr')) this.#skip();
  }

  #closeMath({ local }: XmlElement): void {
    if (local === 'oMath') this.#math--;
    else if (local === 't') this.#isText = false;
  }

  /** Text of diagrams, which has elements of its own (ECMA-376-1, 21.1.2). */
  #openDrawing(element: XmlElement): void {
    const { local } = element;
    if (local === 'txBody') this.#sinks.push([]);
    else if (local === 'p') this.#paragraphs.push(newParagraph());
    else if (local === 't') this.#isText = true;
    else if (local === 'blip') this.#describePicture(element);
  }

  #closeDrawing({ local }: XmlElement): void {
    if (local === 'txBody') this.#endTextBox();
    else if (local === 'p') this.#endParagraph();
    else if (local === 't') this.#isText = false;
  }

  #openWord(element: XmlElement): void {
    const { local } = element;
    const parent = this.#path.at(-1) ?? '';
    const properties = PROPERTIES.get(parent);
    if (properties !== undefined) this.#property(properties, element);
    // Most elements are one of these.
    else if (local === 'p') this.#openParagraph(element);
    else if (local === 'r') this.#runs.push({ bold: false, italic: false });
    else if (local === 't') this.#isText = true;
    else if (local !== 'rPr' && local !== 'pPr') this.#openRare(element, parent);
  }

  #property(of: PropertiesOf, element: XmlElement): void {
    if (of === 'run') this.#runProperty(element);
    else if (of === 'paragraph') this.#paragraphProperty(element);
    else if (of === 'table') this.#tableProperty(element);
    else if (of === 'section') this.#sectionProperty(element);
    else this.#controlProperty(element);
  }

  #openRare(element: XmlElement, parent: string): void {
    const { local } = element;
    if (REVISIONS.has(local)) this.#openRevision(element);
    else if (SKIPPED.has(local)) this.#skipChange(element);
    else if (STORIES.has(local)) this.#openStory(element);
    else if (local === 'delText' || local === 'instrText') this.#isText = true;
    else if (local === 'sectPr') this.sections.push({ headers: [], footers: [] });
    else if (local === 'sdt') this.#controls.push({ isPrompt: false, isContents: false });
    else if (local === 'fldSimple') this.#fields.begin(this.#marks, attributeOf(element, 'instr') ?? '');
    else if (local === 'bookmarkStart') this.bookmarks.push(attributeOf(element, 'name') ?? '');
    else if (local === 'commentRangeStart') this.#noteComment(element);
    else if (local === 'tbl') this.#tables.push({ rows: [], looksAtFirstRow: false, row: newRow(), cell: newCell() });
    else if (local === 'tr') this.#startRow();
    else if (local === 'tc') this.#startCell();
    else if (local === 'hyperlink') this.#links.push(this.#target(element));
    else if (local === 'txbxContent') this.#sinks.push([]);
    else if (PICTURES.has(local)) this.#pictures.push({ alt: undefined, isDecoration: false, hasText: false, source: '' });
    else if (local === 'altChunk' || local === 'subDoc') this.foreignParts++;
    else if (parent === 'r') this.#runContent(element);
  }

  #closeWord(local: string): void {
    if (local === 'p') this.#endParagraph();
    else if (local === 'r') this.#runs.pop();
    else if (local === 't') this.#isText = false;
    else if (RARE_ENDS.has(local)) this.#closeRare(local);
  }

  #closeRare(local: string): void {
    if (local === 'delText' || local === 'instrText') this.#isText = false;
    else if (local === 'sdt') this.#controls.pop();
    else if (local === 'fldSimple') this.#fields.end();
    else if (REVISIONS.has(local)) this.#endRevision();
    else if (local === 'tc') this.#endCell();
    else if (local === 'tr') this.#endRow();
    else if (local === 'tbl') this.#endTable();
    else if (local === 'hyperlink') this.#links.pop();
    else if (local === 'txbxContent') this.#endTextBox();
    else if (PICTURES.has(local)) this.#endPicture();
    else if (STORIES.has(local)) this.#sinks.pop();
  }

  /** Notes that only separate others have no text. */
  #openStory(element: XmlElement): void {
    const type = attributeOf(element, 'type') ?? 'normal';
    if (element.local.endsWith('note') && type !== 'normal') return this.#skip();
    const entries: StoryEntry[] = [];
    const [id, author] = ['id', 'author'].map((name) => attributeOf(element, name));
    this.stories.push({ entries, ...(id !== undefined && { id }), ...(author !== undefined && { author }) });
    this.#sinks.push(entries);
    return undefined;
  }

  #runProperty(element: XmlElement): void {
    const run = this.#runs.at(-1);
    const { local } = element;
    if (local.endsWith('Change')) this.#skipChange(element);
    if (!run) return;
    if (local === 'b') run.bold = isOn(element);
    else if (local === 'i') run.italic = isOn(element);
    else if (local === 'vanish') run.hidden = isOn(element);
    else if (local === 'rStyle') run.style = attributeOf(element, 'val');
    else if (local === 'lang') run.language = attributeOf(element, 'val');
    else if (local === 'highlight') run.highlighted = attributeOf(element, 'val') !== 'none';
    else if (local === 'rFonts') run.font = fontOf(element) ?? run.font;
    else if (local === 'sz') run.size = halfPoints(element) ?? run.size;
  }

  #paragraphProperty(element: XmlElement): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const { local } = element;
    if (local.endsWith('Change')) this.#skipChange(element);
    else if (local === 'rPr') this.#skip();
    else if (local === 'sectPr') {
      this.sections.push({ headers: [], footers: [] });
      paragraph.marks.isBreak = true;
    } else if (local === 'jc') paragraph.marks.alignment = attributeOf(element, 'val') ?? '';
    else if (local === 'spacing') readLine(element, paragraph.marks);
    else if (local === 'pStyle') paragraph.style = attributeOf(element, 'val');
    else if (local === 'outlineLvl') paragraph.outline = numberOf(element);
    else if (local === 'ilvl') paragraph.level = numberOf(element);
    else if (local === 'numId') paragraph.numId = numberOf(element);
  }

  #tableProperty(element: XmlElement): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    const { local } = element;
    if (local === 'tblStyle') table.style = attributeOf(element, 'val');
    else if (local === 'tblLook') table.looksAtFirstRow = looksAtFirstRow(element);
    else if (local === 'tblHeader') table.row.header = isOn(element);
    else if (local === 'gridBefore') table.row.column += clamp(numberOf(element), 0);
    else if (local === 'del') table.row.deleted = true;
    else if (local === 'gridSpan') table.cell.span = clamp(numberOf(element), 1);
    else if (local === 'vMerge') table.cell.continued = attributeOf(element, 'val') !== 'restart';
    else if (local === 'cellDel') table.cell.deleted = true;
    else if (local.endsWith('Change')) this.#skipChange(element);
    if (local === 'del' || local === 'cellDel' || local === 'ins' || local === 'cellIns')
      this.#noteRevision(local.toLowerCase().endsWith('del') ? 'deletion' : 'insertion', attributeOf(element, 'author'), '');
  }

  #sectionProperty(element: XmlElement): void {
    const { local } = element;
    const section = this.sections.at(-1);
    const id = relationshipOf(element);
    const [list, own] =
      local === 'headerReference' ? [this.headers, section?.headers] : local === 'footerReference' ? [this.footers, section?.footers] : [];
    if (id !== undefined && list && own) {
      own.push(id);
      if (!list.includes(id)) list.push(id);
    }
    if (local.endsWith('Change')) this.#skipChange(element);
    else if (section) readPage(element, section);
  }

  #controlProperty(element: XmlElement): void {
    const control = this.#controls.at(-1);
    const { local } = element;
    if (local === 'docPartObj') return;
    if (control && local === 'showingPlcHdr') control.isPrompt = isOn(element);
    else if (control && local === 'docPartGallery') control.isContents = attributeOf(element, 'val') === 'Table of Contents';
    this.#skip();
  }

  #openParagraph(element: XmlElement): void {
    this.#paragraphs.push(newParagraph());
    const story = this.stories.at(-1);
    const id = element.attribute('paraId', '*');
    if (story && id !== undefined) story.lastParagraph = id;
  }

  /** Where what is said of the text goes: the paragraph, or between paragraphs the one before. */
  get #marks(): ParagraphMarks | undefined {
    return this.#paragraphs.at(-1)?.marks ?? this.#lastMarks;
  }

  get #isGone(): boolean {
    return this.#revisions.some(({ isGone }) => isGone);
  }

  #openRevision(element: XmlElement): void {
    const { local } = element;
    const kind = REVISIONS.get(local) ?? 'insertion';
    this.#revisions.push({ kind, author: attributeOf(element, 'author'), isGone: local === 'del' || local === 'moveFrom', text: '' });
  }

  #endRevision(): void {
    const revision = this.#revisions.pop();
    // What was moved is told once, where it stands now.
    if (revision && (revision.kind !== 'move' || !revision.isGone)) this.#noteRevision(revision.kind, revision.author, revision.text);
  }

  #noteRevision(kind: ParagraphMarks['revisions'][number]['kind'], author: string | undefined, text: string): void {
    this.#marks?.revisions.push({ kind, ...(author !== undefined && { author }), text });
  }

  /** The state before a change of formatting is skipped, and the change noted. */
  #skipChange(element: XmlElement): void {
    if (element.local.endsWith('Change')) this.#noteRevision('formatting', attributeOf(element, 'author'), '');
    this.#skip();
  }

  #noteComment(element: XmlElement): void {
    const id = attributeOf(element, 'id');
    const comments = this.#marks?.comments;
    if (id !== undefined && comments && !comments.includes(id)) comments.push(id);
  }

  #runContent(element: XmlElement): void {
    const { local } = element;
    if (local === 'fldChar') this.#field(attributeOf(element, 'fldCharType'));
    else if (local === 'commentReference') this.#noteComment(element);
    else if (local === 'tab' || local === 'ptab') this.#addVisible('text', '\t');
    else if (local === 'br' || local === 'cr') this.#break(element);
    else if (local === 'noBreakHyphen') this.#addVisible('text', '\u2011');
    else if (local === 'sym') this.#addVisible('text', symbolOf(attributeOf(element, 'char')));
    else if (local === 'footnoteReference') this.#addVisible('note', `[^${++this.#notes.footnoteReference}]`);
    else if (local === 'endnoteReference') this.#addVisible('note', `[^e${++this.#notes.endnoteReference}]`);
  }

  #break(element: XmlElement): void {
    const marks = this.#paragraphs.at(-1)?.marks;
    if (marks && ['page', 'column'].includes(attributeOf(element, 'type') ?? '')) marks.isBreak = true;
    this.#addVisible('text', ' ');
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.begin(this.#marks);
    else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') {
      const marks = this.#paragraphs.at(-1)?.marks;
      if (marks && this.#fields.isContents) marks.isContents = true;
      this.#fields.end();
    }
  }

  #target(element: XmlElement): string | undefined {
    const id = relationshipOf(element);
    const anchor = attributeOf(element, 'anchor');
    const outside = id === undefined ? '' : (this.#context.relationships.get(id)?.target ?? '');
    return anchor === undefined ? outside : `${outside}#${anchor}`;
  }

  #describePicture(element: XmlElement): void {
    const picture = this.#pictures.at(-1);
    if (!picture) return;
    const { local } = element;
    if (local === 'docPr' || local === 'shape') picture.alt ??= altOf(element);
    else if (local === 'decorative') picture.isDecoration = attributeOf(element, 'val') !== '0';
    else if (local === 'blip' || local === 'imagedata') {
      const id = element.attribute('embed', '*') ?? element.attribute('link', '*') ?? relationshipOf(element);
      picture.source ||= (id !== undefined && this.#context.relationships.get(id)?.target) || '';
    } else if (local === 'extent') {
      const [width, height] = ['cx', 'cy'].map((name) => Number(element.attribute(name)) / EMU_PER_POINT);
      if (width !== undefined && height !== undefined && width > 0 && height > 0) Object.assign(picture, { width, height });
    }
  }

  #endPicture(): void {
    const picture = this.#pictures.pop();
    if (!picture || picture.hasText) return;
    const { isDecoration, source, width, height } = picture;
    const alt = picture.alt ?? (isDecoration ? '' : undefined);
    const size = width !== undefined && height !== undefined ? { width, height } : {};
    this.#addVisible('image', alt ?? '', { ...(alt !== undefined && { alt }), source, ...size });
  }

  #endTextBox(): void {
    const entries = this.#sinks.pop() ?? [];
    const picture = this.#pictures.at(-1);
    if (picture) picture.hasText = true;
    (this.#paragraphs.at(-1)?.after ?? this.#sinks.at(-1))?.push(...entries);
  }

  #addVisible(kind: Piece['kind'], text: string, image?: StoryImage): void {
    const isShown = !(this.#runs.at(-1)?.hidden ?? false) && !this.#fields.isInCode && !this.#isGone;
    if (isShown) this.#add(kind, text, image);
  }

  #add(kind: Piece['kind'], text: string, image?: StoryImage): void {
    const pieces = this.#paragraphs.at(-1)?.pieces;
    const piece = this.#piece(kind, text, image);
    const last = pieces?.at(-1);
    if (last && kind !== 'image' && isSameLook(last, piece)) pieces?.splice(-1, 1, { ...last, text: last.text + text });
    else pieces?.push(piece);
  }

  #piece(kind: Piece['kind'], text: string, image: StoryImage | undefined): Piece {
    const run = this.#runs.at(-1);
    const link = this.#links.at(-1) ?? this.#fields.link;
    const piece: Writable<Piece> = { kind, text, bold: run?.bold ?? false, italic: run?.italic ?? false };
    if (link !== undefined) piece.link = link;
    if (run?.highlighted) piece.highlighted = true;
    if (this.#controls.some(({ isPrompt }) => isPrompt)) piece.prompt = true;
    if (image) piece.image = image;
    const font = run && ownFont(run);
    if (font) piece.font = font;
    return piece;
  }

  #endParagraph(): void {
    const frame = this.#paragraphs.pop();
    if (!frame) return;
    const { pieces, after, marks, style, outline, numId, level } = frame;
    if (this.#fields.isContents || this.#controls.some(({ isContents }) => isContents)) marks.isContents = true;
    (this.#sinks.at(-1) ?? []).push({ kind: 'paragraph', pieces, marks, style, outline, numId, level }, ...after);
    this.#lastMarks = marks;
    if (this.#paragraphs.length === 0) this.#fields.endParagraph();
  }

  #startRow(): void {
    const table = this.#tables.at(-1);
    if (table) table.row = newRow();
  }

  #startCell(): void {
    const table = this.#tables.at(-1);
    const cell = newCell();
    if (table) table.cell = cell;
    this.#sinks.push(cell.entries);
  }

  #endCell(): void {
    this.#sinks.pop();
    const table = this.#tables.at(-1);
    if (!table) return;
    const { entries, span, continued, deleted } = table.cell;
    if (!deleted) table.row.cells.push({ column: table.row.column, continued, span, entries });
    table.row.column += span;
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (table && !table.row.deleted) table.rows.push({ header: table.row.header, cells: table.row.cells });
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    const { rows, looksAtFirstRow: isAsked, style } = table;
    const hasHeader = rows[0]?.header !== true && isAsked && this.#context.styles.hasHeaderRow(style);
    const entry = { kind: 'table', rows: hasHeader ? rows.map((row, index) => ({ ...row, header: index === 0 })) : rows } as const;
    (this.#sinks.at(-1) ?? []).push(entry);
  }
}

function newRow(): TableFrame['row'] {
  return { cells: [], column: 0, header: false, deleted: false };
}

function newCell(): TableFrame['cell'] {
  return { entries: [], span: 1, continued: false, deleted: false };
}

/** Word's tables have 63 columns at most. */
function clamp(value: number | undefined, least: number): number {
  return Math.min(Math.max(value ?? least, least), 63);
}

function looksAtFirstRow(element: XmlElement): boolean {
  const first = attributeOf(element, 'firstRow');
  return first === undefined ? (Number.parseInt(attributeOf(element, 'val') ?? '0', 16) & 0x20) !== 0 : first === '1' || first === 'true';
}

function onOneLine(text: string): string {
  return text.includes('\n') || text.includes('\r') ? text.replace(/\r\n?|\n/g, ' ') : text;
}

/** Symbol fonts have their signs in the private use area: what they show is not known. */
function symbolOf(char: string | undefined): string {
  const code = Number.parseInt(char ?? '', 16);
  return code > 0x20 && code < 0xd800 ? String.fromCharCode(code) : BLANK;
}

/** English Metric Units. */
const EMU_PER_POINT = 12_700;
const TWIPS_PER_POINT = 20;

function newParagraph(): ParagraphFrame {
  return { pieces: [], after: [], marks: { revisions: [], hidden: [], fields: [], comments: [] } };
}

type Writable<T> = { -readonly [key in keyof T]: T[key] };

function ownFont({ font, size, style }: RunFrame): RunFont | undefined {
  if (font === undefined && size === undefined && style === undefined) return undefined;
  return { ...(font !== undefined && { font }), ...(size !== undefined && { size }), ...(style !== undefined && { style }) };
}

function isSameLook(a: Piece, b: Piece): boolean {
  return (
    a.kind === b.kind &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.link === b.link &&
    a.highlighted === b.highlighted &&
    a.prompt === b.prompt &&
    a.font?.font === b.font?.font &&
    a.font?.size === b.font?.size &&
    a.font?.style === b.font?.style
  );
}

function altOf(element: XmlElement): string | undefined {
  return ['descr', 'alt', 'title'].map((name) => element.attribute(name)?.trim()).find((text) => text !== undefined && text !== '');
}

function readPage(element: XmlElement, section: StorySection): void {
  const points = (name: string): number => (numberOf(element, name) ?? 0) / TWIPS_PER_POINT;
  if (element.local === 'pgSz') Object.assign(section, { width: points('w'), height: points('h') });
  else if (element.local === 'pgMar')
    section.margins = { top: points('top'), right: points('right'), bottom: points('bottom'), left: points('left') };
}
