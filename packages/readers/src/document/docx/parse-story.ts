import type { Limits } from '@preflag/core';
import type { Relationship, XmlElement } from '../../xml/index.ts';
import { parseXml } from '../../xml/index.ts';
import { BLANK } from '../text-map.ts';
import { attributeOf, isOn, namespaceOf, numberOf, relationshipOf } from './docx-xml.ts';
import type { Piece, Story, StoryCell, StoryEntry, StoryPart, StoryRow } from './story.ts';
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
  `del moveFrom delText instrText delInstrText rPrChange pPrChange tblPrChange tblPrExChange tcPrChange trPrChange sectPrChange tblGridChange
  numberingChange sdtPr sdtEndPr rt`.split(/\s+/),
);
const STORIES: ReadonlySet<string> = new Set(['body', 'hdr', 'ftr', 'footnote', 'endnote', 'comment']);
const PICTURES: ReadonlySet<string> = new Set(['drawing', 'pict', 'object']);

interface ParagraphFrame {
  readonly pieces: Piece[];
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
  readonly #pictures: { alt: string; hasText: boolean }[] = [];
  /** For each open choice between alternatives: one was taken. */
  readonly #choices: boolean[] = [];
  /** For each open field: its result has begun. */
  readonly #fields: boolean[] = [];
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
    else if (element.local === 'docPr' || element.local === 'shape') this.#describePicture(element);
    if (this.#skipping === 0) this.#path.push(element.local);
  }

  text(text: string): void {
    if (!this.#isText || this.#skipping > 0) return;
    const run = this.#runs.at(-1);
    const isHidden =
      run?.hidden ??
      (this.#context.styles.isHidden(this.#paragraphs.at(-1)?.style) ||
        (run?.style !== undefined && this.#context.styles.isHidden(run.style)));
    if (isHidden || this.#fields.includes(false)) return;
    const language = run?.language ?? this.#context.styles.language;
    if (language !== undefined) this.languages.set(language, (this.languages.get(language) ?? 0) + text.length);
    const isCode = run?.style !== undefined && this.#context.styles.isCode(run.style);
    this.#add(this.#math > 0 ? 'math' : isCode ? 'code' : 'text', text.replace(/\r\n?|\n/g, ' '));
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
  #openDrawing({ local }: XmlElement): void {
    if (local === 'txBody') this.#sinks.push([]);
    else if (local === 'p') this.#paragraphs.push({ pieces: [], after: [] });
    else if (local === 't') this.#isText = true;
  }

  #closeDrawing({ local }: XmlElement): void {
    if (local === 'txBody') this.#endTextBox();
    else if (local === 'p') this.#endParagraph();
    else if (local === 't') this.#isText = false;
  }

  #openWord(element: XmlElement): void {
    const { local } = element;
    const parent = this.#path.at(-1) ?? '';
    if (parent === 'rPr') this.#runProperty(element);
    else if (parent === 'pPr' || parent === 'numPr') this.#paragraphProperty(element);
    else if (parent === 'trPr' || parent === 'tcPr' || parent === 'tblPr') this.#tableProperty(element);
    else if (parent === 'sectPr') this.#sectionProperty(element);
    else if (SKIPPED.has(local)) this.#skip();
    else if (STORIES.has(local)) this.#openStory(element);
    else if (local === 'p') this.#paragraphs.push({ pieces: [], after: [] });
    else if (local === 'r') this.#runs.push({ bold: false, italic: false });
    else if (local === 't') this.#isText = true;
    else if (local === 'tbl') this.#tables.push({ rows: [], looksAtFirstRow: false, row: newRow(), cell: newCell() });
    else if (local === 'tr') this.#startRow();
    else if (local === 'tc') this.#startCell();
    else if (local === 'hyperlink') this.#links.push(this.#target(element));
    else if (local === 'txbxContent') this.#sinks.push([]);
    else if (PICTURES.has(local)) this.#pictures.push({ alt: '', hasText: false });
    else if (local === 'altChunk' || local === 'subDoc') this.foreignParts++;
    else if (parent === 'r') this.#runContent(element);
  }

  #closeWord(local: string): void {
    if (local === 'p') this.#endParagraph();
    else if (local === 'r') this.#runs.pop();
    else if (local === 't') this.#isText = false;
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
    this.stories.push({ entries });
    this.#sinks.push(entries);
    return undefined;
  }

  #runProperty(element: XmlElement): void {
    const run = this.#runs.at(-1);
    const { local } = element;
    if (local.endsWith('Change')) this.#skip();
    if (!run) return;
    if (local === 'b') run.bold = isOn(element);
    else if (local === 'i') run.italic = isOn(element);
    else if (local === 'vanish') run.hidden = isOn(element);
    else if (local === 'rStyle') run.style = attributeOf(element, 'val');
    else if (local === 'lang') run.language = attributeOf(element, 'val');
  }

  #paragraphProperty(element: XmlElement): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const { local } = element;
    if (local === 'rPr' || local.endsWith('Change')) this.#skip();
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
    else if (local.endsWith('Change')) this.#skip();
  }

  #sectionProperty(element: XmlElement): void {
    const id = relationshipOf(element);
    const list = element.local === 'headerReference' ? this.headers : element.local === 'footerReference' ? this.footers : undefined;
    if (id !== undefined && list && !list.includes(id)) list.push(id);
    if (element.local.endsWith('Change')) this.#skip();
  }

  #runContent(element: XmlElement): void {
    const { local } = element;
    if (local === 'fldChar') this.#field(attributeOf(element, 'fldCharType'));
    else if (local === 'tab' || local === 'ptab') this.#addVisible('text', '\t');
    else if (local === 'br' || local === 'cr') this.#addVisible('text', ' ');
    else if (local === 'noBreakHyphen') this.#addVisible('text', '\u2011');
    else if (local === 'sym') this.#addVisible('text', symbolOf(attributeOf(element, 'char')));
    else if (local === 'footnoteReference') this.#addVisible('note', `[^${++this.#notes.footnoteReference}]`);
    else if (local === 'endnoteReference') this.#addVisible('note', `[^e${++this.#notes.endnoteReference}]`);
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push(false);
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = true;
    else if (type === 'end') this.#fields.pop();
  }

  #target(element: XmlElement): string | undefined {
    const id = relationshipOf(element);
    const anchor = attributeOf(element, 'anchor');
    const outside = id === undefined ? '' : (this.#context.relationships.get(id)?.target ?? '');
    return anchor === undefined ? outside : `${outside}#${anchor}`;
  }

  #describePicture(element: XmlElement): void {
    const picture = this.#pictures.at(-1);
    if (picture) picture.alt ||= element.attribute('descr') ?? element.attribute('alt') ?? '';
  }

  #endPicture(): void {
    const picture = this.#pictures.pop();
    if (picture && !picture.hasText) this.#addVisible('image', picture.alt);
  }

  #endTextBox(): void {
    const entries = this.#sinks.pop() ?? [];
    const picture = this.#pictures.at(-1);
    if (picture) picture.hasText = true;
    (this.#paragraphs.at(-1)?.after ?? this.#sinks.at(-1))?.push(...entries);
  }

  #addVisible(kind: Piece['kind'], text: string): void {
    if (!(this.#runs.at(-1)?.hidden ?? false) && !this.#fields.includes(false)) this.#add(kind, text);
  }

  #add(kind: Piece['kind'], text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    const { bold, italic } = this.#runs.at(-1) ?? { bold: false, italic: false };
    const link = this.#links.at(-1);
    const last = paragraph?.pieces.at(-1);
    const isSame = last?.kind === kind && last.bold === bold && last.italic === italic && last.link === link && kind !== 'image';
    const piece = { kind, text: isSame ? last.text + text : text, bold, italic, ...(link !== undefined && { link }) };
    if (isSame) paragraph?.pieces.splice(-1, 1, piece);
    else paragraph?.pieces.push(piece);
  }

  /** Codes of fields end with their paragraph: a field that is never ended must not hide the rest. */
  #endParagraph(): void {
    const frame = this.#paragraphs.pop();
    if (!frame) return;
    const { pieces, after, ...properties } = frame;
    (this.#sinks.at(-1) ?? []).push({ kind: 'paragraph', pieces, ...properties }, ...after);
    if (this.#paragraphs.length === 0) this.#fields.splice(0, this.#fields.length, ...this.#fields.filter(Boolean));
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
    if (!deleted) table.row.cells.push({ column: table.row.column, continued, entries });
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

/** Symbol fonts have their signs in the private use area: what they show is not known. */
function symbolOf(char: string | undefined): string {
  const code = Number.parseInt(char ?? '', 16);
  return code > 0x20 && code < 0xd800 ? String.fromCharCode(code) : BLANK;
}
