import type { Limits } from '@preflag/core';
import { limitError } from '../../archive/index.ts';
import { FieldStack } from '../docx/field-stack.ts';
import type { DocumentProperties } from '../parts-model.ts';
import type { ParagraphMarks, ParagraphRole, Piece, Story, StoryEntry, StoryParagraph } from '../story/story.ts';
import { CODE_STYLE, QUOTE_STYLE } from '../story/style-names.ts';
import { BLANK } from '../text-map.ts';
import { codePageOf, decodeBytes, SYMBOLS } from './code-pages.ts';
import { fontFamily } from './font-family.ts';
import type { RtfContent, RtfDestination, RtfSection, RtfState, RtfStyle } from './rtf-content.ts';
import { RtfTable } from './rtf-table.ts';
import { tokeniseRtf, type RtfHandlers } from './tokenise-rtf.ts';

/**
 * Reads a rich text (RTF 1.9.1) as a reader sees it: what is deleted or hidden is left out.
 * @param text the bytes of the file, one unit each
 * @throws ReadError `limit` where groups nest too deep
 */
export function parseRtf(text: string, limits: Limits): RtfContent {
  const parser = new RtfParser(limits);
  tokeniseRtf(text, parser);
  return parser.end();
}

const DESTINATIONS: ReadonlyMap<string, RtfDestination> = new Map(
  Object.entries({
    fonttbl: 'fonts',
    stylesheet: 'styles',
    info: 'information',
    revtbl: 'authors',
    fldinst: 'fieldCode',
    listtext: 'label',
    pntext: 'label',
    bkmkstart: 'bookmark',
    atnauthor: 'commentAuthor',
    pict: 'picture',
    picprop: 'text',
    shppict: 'text',
    shpinst: 'text',
    shptxt: 'text',
    fldrslt: 'text',
    sn: 'shapeName',
    sv: 'shapeValue',
    colortbl: 'skipped',
    nonshppict: 'skipped',
    shprslt: 'skipped',
    objdata: 'skipped',
    do: 'skipped',
    filetbl: 'skipped',
    bkmkend: 'skipped',
    atnid: 'skipped',
    pn: 'skipped',
  } as const),
);
const PROPERTIES: ReadonlyMap<string, keyof DocumentProperties> = new Map(
  Object.entries({ title: 'title', author: 'author', subject: 'subject' } as const),
);
const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: '\t',
    line: ' ',
    emdash: '\u2014',
    endash: '\u2013',
    bullet: '\u2022',
    lquote: '\u2018',
    rquote: '\u2019',
    ldblquote: '\u201C',
    rdblquote: '\u201D',
    emspace: '\u2003',
    enspace: '\u2002',
    '~': '\u00A0',
    _: '\u2011',
    '\\': '\\',
    '{': '{',
    '}': '}',
  }),
);
const STORIES: ReadonlyMap<string, 'notes' | 'comments' | 'headers' | 'footers'> = new Map(
  Object.entries({
    footnote: 'notes',
    annotation: 'comments',
    header: 'headers',
    headerl: 'headers',
    headerr: 'headers',
    headerf: 'headers',
    footer: 'footers',
    footerl: 'footers',
    footerr: 'footers',
    footerf: 'footers',
  } as const),
);
const SECTION: ReadonlyMap<string, 'width' | 'height' | 'left' | 'right' | 'top' | 'bottom'> = new Map(
  Object.entries({
    paperw: 'width',
    paperh: 'height',
    margl: 'left',
    margr: 'right',
    margt: 'top',
    margb: 'bottom',
    pgwsxn: 'width',
    pghsxn: 'height',
    marglsxn: 'left',
    margrsxn: 'right',
    margtsxn: 'top',
    margbsxn: 'bottom',
  } as const),
);
const LONGEST_CAPTURE = 2_000;

/** A run of text of its own, while it is read. */
interface StoryFrame {
  readonly entries: StoryEntry[];
  readonly tables: RtfTable;
  /** How many groups were open when it began. */
  readonly depth: number;
  pieces: Piece[];
  marks: ParagraphMarks;
  label: string;
}

class RtfParser implements RtfHandlers {
  readonly #limits: Limits;
  readonly #states: RtfState[] = [];
  #state: RtfState = newState();
  readonly #stories: StoryFrame[] = [newStory(0)];
  readonly #fields: FieldStack = new FieldStack();
  /** How many groups are open at each field's own. */
  readonly #fieldDepths: number[] = [];
  /** `\*` came before: the group is for programs that know its word. */
  #isOptional = false;
  #skipUnits = 0;
  #capture = '';
  #shapeName = '';
  #alt: string | undefined;
  #pictures = 0;
  #commentAuthor: string | undefined;
  readonly #fonts = new Map<number, number | undefined>();
  readonly #fontNames = new Map<number, string>();
  #defaultFont = 0;
  #font = 0;
  #codePage = 1252;
  readonly #styles = new Map<number, RtfStyle>();
  #style: RtfStyle | undefined;
  readonly #authors: string[] = [];
  readonly #found = { notes: [] as Story[], comments: [] as Story[], headers: [] as Story[], footers: [] as Story[] };
  readonly #bookmarks: string[] = [];
  readonly #properties: { -readonly [key in keyof DocumentProperties]: DocumentProperties[key] } = {};
  #property: keyof DocumentProperties | undefined;
  #pageCount: number | undefined;
  #languageId: number | undefined;
  readonly #sections: RtfSection[] = [newSection()];

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  open(): void {
    if (this.#states.length >= this.#limits.xmlDepth) throw limitError('xmlDepth', this.#limits, 'The file');
    this.#states.push(this.#state);
    this.#state = { ...this.#state };
    this.#skipUnits = 0;
    this.#isOptional = false;
  }

  close(): void {
    this.#endGroup();
    this.#state = this.#states.pop() ?? newState();
    this.#skipUnits = 0;
    this.#isOptional = false;
    while ((this.#fieldDepths.at(-1) ?? 0) > this.#states.length) {
      this.#fieldDepths.pop();
      this.#fields.end();
    }
    while (this.#stories.length > 1 && this.#story.depth > this.#states.length) this.#endStory();
  }

  word(name: string, value: number | undefined): void {
    if (name === '*') {
      this.#isOptional = true;
      return;
    }
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    const [story, destination] = [STORIES.get(name), DESTINATIONS.get(name)];
    if (this.#skipUnits > 0 && SIGNS.has(name)) this.#skipUnits -= 1;
    else if (this.#state.destination === 'skipped') return;
    else if (story) this.#beginStory(story, name);
    else if (destination) this.#enter(destination);
    else if (isOptional) this.#enter('skipped');
    else this.#format(name, value);
  }

  bytes(text: string): void {
    const taken = Math.min(this.#skipUnits, text.length);
    this.#skipUnits -= taken;
    const rest = text.slice(taken);
    if (rest === '' || this.#state.destination === 'skipped' || this.#state.destination === 'picture') return;
    const codePage = this.#state.codePage ?? this.#codePage;
    this.#take(codePage === SYMBOLS ? rest.replaceAll(/\S/g, BLANK) : decodeBytes(rest, codePage));
  }

  end(): RtfContent {
    const isCutOff = this.#states.length > 0;
    while (this.#stories.length > 1) this.#endStory();
    this.#endParagraph(false);
    const [body = newStory(0)] = this.#stories;
    body.tables.end(body.entries);
    return {
      body,
      ...this.#found,
      sections: this.#sections,
      bookmarks: this.#bookmarks,
      properties: this.#properties,
      pageCount: this.#pageCount,
      languageId: this.#languageId,
      isCutOff,
    };
  }

  get #story(): StoryFrame {
    return this.#stories.at(-1) ?? newStory(0);
  }

  get #section(): RtfSection {
    return this.#sections.at(-1) ?? newSection();
  }

  #enter(destination: RtfDestination): void {
    this.#state = { ...this.#state, destination };
    // What is skipped inside of a group was none of its text.
    if (destination !== 'text' && destination !== 'skipped') this.#capture = '';
  }

  #beginStory(kind: 'notes' | 'comments' | 'headers' | 'footers', name: string): void {
    const frame = newStory(this.#states.length);
    if (kind === 'notes') this.#add('note', `[^${this.#found.notes.length + 1}]`);
    const comment = kind === 'comments' ? { id: String(this.#found.comments.length) } : {};
    if (comment.id !== undefined) this.#story.marks.comments.push(comment.id);
    const author = kind === 'comments' && this.#commentAuthor !== undefined ? { author: this.#commentAuthor } : {};
    this.#found[kind].push({ entries: frame.entries, ...comment, ...author });
    if (name.startsWith('header')) this.#section.hasHeader = true;
    if (name.startsWith('footer')) this.#section.hasFooter = true;
    this.#stories.push(frame);
    this.#state = { ...newState(), codePage: this.#state.codePage, fallback: this.#state.fallback };
  }

  #endStory(): void {
    this.#endParagraph(false);
    const frame = this.#stories.pop();
    frame?.tables.end(frame.entries);
    if (frame && this.#isEdge(frame.entries)) this.#section.hasPageNumbers ||= hasPageNumber(frame.entries);
  }

  #isEdge(entries: readonly StoryEntry[]): boolean {
    return [...this.#found.headers.slice(-4), ...this.#found.footers.slice(-4)].some((story) => story.entries === entries);
  }

  /** What was gathered in a group that is no text. */
  #endGroup(): void {
    const { destination } = this.#state;
    const text = this.#capture;
    const isInner = this.#states.at(-1)?.destination === destination;
    // Each style and each author has a group of its own in that of all.
    if (destination === 'styles') this.#endStyle(text);
    else if (destination === 'authors' && text !== '') this.#authors.push(text.replace(/;$/, '').trim());
    else if (destination === 'fonts') this.#endFont(text);
    else if (isInner) return;
    else if (destination === 'label') this.#story.label = text;
    else if (destination === 'bookmark') this.#bookmarks.push(text.trim());
    else if (destination === 'commentAuthor') this.#commentAuthor = text.trim();
    else if (destination === 'shapeName') this.#shapeName = text.trim();
    else if (destination === 'shapeValue' && this.#shapeName === 'wzDescription') this.#alt = text.trim();
    else if (destination === 'picture') this.#endPicture();
    else if (destination === 'property' && this.#property && text.trim() !== '') this.#properties[this.#property] = text.trim();
    // What is skipped inside of a group was none of its text.
    if (destination !== 'text' && destination !== 'skipped') this.#capture = '';
  }

  #endFont(text: string): void {
    const name = text.replace(/;.*$/s, '').trim();
    if (name !== '') this.#fontNames.set(this.#font, fontFamily(name));
    this.#capture = '';
  }

  #endStyle(text: string): void {
    if (this.#style) this.#style.name = text.replace(/;.*$/s, '').trim();
    this.#style = undefined;
  }

  #endPicture(): void {
    this.#pictures += 1;
    const image = { ...(this.#alt !== undefined && { alt: this.#alt }), source: `number ${this.#pictures}` };
    this.#story.pieces.push({ kind: 'image', text: this.#alt ?? '', bold: false, italic: false, image });
    this.#alt = undefined;
  }

  #take(text: string): void {
    const { destination } = this.#state;
    if (destination === 'text') this.#add('text', text);
    else if (destination === 'fieldCode') this.#fields.takeCode(text, true);
    else if (this.#capture.length < LONGEST_CAPTURE) this.#capture += text;
  }

  #format(name: string, value: number | undefined): void {
    const { destination } = this.#state;
    if (name === 'u') this.#addUnit(value ?? 0);
    else if (name === 'uc') this.#state.fallback = Math.min(Math.max(value ?? 1, 0), 8);
    else if (name === 'field') this.#beginField();
    else if (name === 'f') this.#setFont(value ?? 0);
    else if (name === 'fcharset' && destination === 'fonts') this.#fonts.set(this.#font, codePageOf(value ?? 0));
    else if (name === 'ansicpg') this.#codePage = value ?? 1252;
    else if (name === 'mac') this.#codePage = 10_000;
    else if (destination === 'styles') this.#readStyle(name, value);
    else if (destination === 'information') this.#readInformation(name, value);
    else if (name === 'deff') this.#defaultFont = value ?? 0;
    else if (name === 'plain') Object.assign(this.#state, PLAIN, { font: this.#defaultFont });
    else if (name === 'pard') Object.assign(this.#state, PARAGRAPH);
    else if (SIGNS.has(name)) this.#take(SIGNS.get(name) ?? '');
    else if (destination === 'text') this.#layOut(name, value);
  }

  #layOut(name: string, value: number | undefined): void {
    const isOn = value !== 0;
    const side = SECTION.get(name);
    if (name === 'par') this.#endParagraph(true);
    else if (name === 'cell' || name === 'nestcell') this.#endCell(name === 'nestcell');
    else if (name === 'row') this.#story.tables.endRow();
    else if (name === 'trowd') this.#story.tables.beginRow();
    else if (name === 'trhdr') this.#story.tables.markHeader();
    else if (name === 'clvmrg') this.#story.tables.markContinued();
    else if (name === 'clmrg') this.#story.tables.markMerged();
    else if (name === 'cellx') this.#story.tables.addEdge(value ?? 0);
    else if (name === 'sect') this.#sections.push({ ...this.#section });
    else if (name === 'page' || name === 'column') this.#story.marks.isBreak = true;
    else if (name === 'deflang') this.#languageId = value;
    else if (name === 'chpgn') this.#story.marks.fields.push({ code: 'PAGE', result: '' });
    else if (name === 'b') this.#state.bold = isOn;
    else if (name === 'i') this.#state.italic = isOn;
    else if (name === 'v') this.#state.hidden = isOn;
    else if (name === 'highlight') this.#state.highlighted = (value ?? 0) > 0;
    else if (name === 'revised') this.#state.inserted = isOn;
    else if (name === 'deleted') this.#state.deleted = isOn;
    else if (name === 'revauth') this.#state.insertedBy = value ?? 0;
    else if (name === 'revauthdel') this.#state.deletedBy = value ?? 0;
    else if (name === 's') this.#state.style = value ?? 0;
    else if (name === 'outlinelevel') this.#state.outline = value;
    else if (name === 'intbl') this.#state.inTable = isOn;
    else if (name === 'fs') this.#state.size = Math.min(Math.max(value ?? USUAL_SIZE, 1), 3_276);
    else if (name === 'sl') this.#state.line = value ?? 0;
    else if (name === 'slmult') this.#state.isMultiple = isOn;
    else if (ALIGNMENTS.has(name)) this.#state.alignment = ALIGNMENTS.get(name) ?? '';
    else if (name === 'ls') this.#state.list = value ?? 0;
    else if (name === 'ilvl') this.#state.level = Math.min(Math.max(value ?? 0, 0), 8);
    else if (side) this.#section[side] = value ?? 0;
  }

  #addUnit(value: number): void {
    const code = value < 0 ? value + 65_536 : value;
    this.#take(code >= 0xf000 && code < 0xf100 ? BLANK : String.fromCharCode(code & 0xffff));
    this.#skipUnits = this.#state.fallback;
  }

  #setFont(font: number): void {
    if (this.#state.destination !== 'fonts') {
      this.#state.codePage = this.#fonts.get(font);
      this.#state.font = font;
      return;
    }
    // Fonts of which not each has a group of its own.
    this.#endFont(this.#capture);
    this.#font = font;
  }

  #beginField(): void {
    this.#fields.begin(this.#story.marks);
    this.#fieldDepths.push(this.#states.length);
  }

  #readStyle(name: string, value: number | undefined): void {
    if (name === 's') {
      this.#style = { name: '', outline: undefined, isParagraph: true };
      this.#styles.set(value ?? 0, this.#style);
    } else if (name === 'cs' || name === 'ds' || name === 'ts') this.#style = undefined;
    else if (name === 'outlinelevel' && this.#style) this.#style.outline = value;
  }

  #readInformation(name: string, value: number | undefined): void {
    this.#property = PROPERTIES.get(name);
    if (name === 'nofpages' && value !== undefined && value > 0) this.#pageCount = value;
    else this.#enter(this.#property ? 'property' : 'skipped');
  }

  #add(kind: Piece['kind'], text: string): void {
    const { bold, italic, hidden, highlighted, inserted, deleted, insertedBy, deletedBy } = this.#state;
    const { marks, pieces } = this.#story;
    if (this.#fields.isInCode && this.#state.destination === 'text') this.#fields.separate();
    if (hidden) marks.hidden.push(text);
    if (deleted) noteChange(marks, 'deletion', this.#authors[deletedBy], text);
    if (hidden || deleted) return;
    if (inserted) noteChange(marks, 'insertion', this.#authors[insertedBy], text);
    this.#fields.takeResult(text);
    const link = this.#fields.link;
    const font = this.#fontOf();
    const look = { bold, italic, ...(link !== undefined && { link }), ...(highlighted && { highlighted }), ...(font && { font }) };
    const last = pieces.at(-1);
    if (
      last &&
      last.kind === kind &&
      last.bold === bold &&
      last.italic === italic &&
      last.link === link &&
      last.highlighted === look.highlighted &&
      last.font?.font === font?.font &&
      last.font?.size === font?.size
    )
      pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push({ kind, text, ...look });
  }

  #fontOf(): Piece['font'] {
    const font = this.#fontNames.get(this.#state.font) ?? this.#fontNames.get(this.#defaultFont);
    return font === undefined ? undefined : { font, size: this.#state.size / 2 };
  }

  /** @param isMarked the file ends it: else it counts only where it holds something */
  #endParagraph(isMarked: boolean): void {
    const frame = this.#story;
    const isEmpty = frame.pieces.length === 0 && frame.marks.hidden.length === 0 && frame.marks.revisions.length === 0;
    if (isMarked || !isEmpty) {
      const paragraph = this.#paragraphOf(frame);
      if (this.#state.inTable) frame.tables.add(paragraph);
      else {
        frame.tables.end(frame.entries);
        frame.entries.push(paragraph);
      }
    }
    frame.pieces = [];
    frame.marks = newMarks();
    if (isMarked) frame.label = '';
  }

  #endCell(isNested: boolean): void {
    const frame = this.#story;
    this.#state.inTable = true;
    this.#endParagraph(false);
    frame.label = '';
    if (!isNested) frame.tables.endCell();
  }

  #paragraphOf({ pieces, marks, label }: StoryFrame): StoryParagraph {
    const { style, outline, list, level, alignment, line, isMultiple } = this.#state;
    const known = this.#styles.get(style);
    const depth = depthOf(known, outline);
    const sign = label.trim();
    const item = list > 0 || sign !== '' ? { item: { level, ...numberOf(sign) } } : {};
    const name = known?.name ?? '';
    const role: ParagraphRole = { ...item, ...(depth > 0 && { depth }), isQuote: QUOTE_STYLE.test(name), isCode: CODE_STYLE.test(name) };
    if (this.#fields.isContents) marks.isContents = true;
    marks.alignment = alignment;
    if (line !== 0) marks.line = { value: Math.abs(line), isFixed: !isMultiple };
    return { kind: 'paragraph', pieces, marks, role, ...(known && { style: known.name }) };
  }
}

/** Of letters, in half points. */
const USUAL_SIZE = 24;
const PLAIN = {
  bold: false,
  italic: false,
  hidden: false,
  highlighted: false,
  inserted: false,
  deleted: false,
  insertedBy: 0,
  deletedBy: 0,
  size: USUAL_SIZE,
} as const;
const PARAGRAPH = {
  style: 0,
  outline: undefined,
  inTable: false,
  list: 0,
  level: 0,
  alignment: 'left',
  line: 0,
  isMultiple: false,
} as const;
const ALIGNMENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ql: 'left', qr: 'right', qc: 'center', qj: 'justify', qd: 'justify' }),
);

function newState(): RtfState {
  return { destination: 'text', codePage: undefined, fallback: 1, font: -1, ...PLAIN, ...PARAGRAPH };
}

function newStory(depth: number): StoryFrame {
  return { entries: [], tables: new RtfTable(), depth, pieces: [], marks: newMarks(), label: '' };
}

function newMarks(): ParagraphMarks {
  return { revisions: [], hidden: [], fields: [], comments: [] };
}

/** Letter paper, with the margins that the format takes for usual. */
function newSection(): RtfSection {
  const flags = { hasHeader: false, hasFooter: false, hasPageNumbers: false };
  return { width: 12_240, height: 15_840, left: 1_800, right: 1_800, top: 1_440, bottom: 1_440, ...flags };
}

/** By the outline level of the paragraph or of its style, or by the name of its style. */
function depthOf(style: RtfStyle | undefined, own: number | undefined): number {
  const outline = own ?? style?.outline;
  if (outline !== undefined) return outline >= 0 && outline < 9 ? Math.min(outline + 1, 6) : 0;
  const level = /^heading ([1-9])$/i.exec(style?.name ?? '')?.[1];
  if (level !== undefined) return Math.min(Number(level), 6);
  return /^title$/i.test(style?.name ?? '') ? 1 : 0;
}

/** What the label of an item tells of its list: digits, or a letter with a mark, count. */
function numberOf(label: string): { readonly ordered: boolean; readonly number?: number } {
  const digits = /\d{1,9}(?=\D*$)/.exec(label)?.[0];
  if (digits !== undefined) return { ordered: true, number: Number(digits) };
  return { ordered: /^\(?\p{L}{1,6}[.)]$/u.test(label) };
}

function noteChange(marks: ParagraphMarks, kind: 'insertion' | 'deletion', author: string | undefined, text: string): void {
  const last = marks.revisions.at(-1);
  const change = { kind, ...(author !== undefined && author !== '' && author !== 'Unknown' && { author }), text };
  if (last?.kind === kind && last.author === change.author) marks.revisions.splice(-1, 1, { ...last, text: last.text + text });
  else marks.revisions.push(change);
}

function hasPageNumber(entries: readonly StoryEntry[]): boolean {
  return entries.some((entry) =>
    entry.kind === 'paragraph'
      ? entry.marks.fields.some(({ code }) => /^(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(code))
      : entry.rows.some(({ cells }) => cells.some((cell) => hasPageNumber(cell.entries))),
  );
}
