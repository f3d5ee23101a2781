import { posix } from 'node:path';
import type { Limits } from '@preflag/core';
import type { Relationship, XmlElement } from '../../xml/index.ts';
import { parseXml } from '../../xml/index.ts';
import type { ParagraphMarks, Piece, StoryCell, StoryEntry, StoryParagraph, StoryRow } from '../story/story.ts';
import type { Bullet, Bulleted, Shape, SlidePart } from './slide.ts';

export interface SlideContext {
  readonly part: string;
  readonly limits: Limits;
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/** Reads a slide, a layout, a master, a page of notes, or the text of a diagram (ECMA-376-1, 19.3 and 21.1.2). @throws ReadError */
export function parseSlide(bytes: Buffer, context: SlideContext): SlidePart {
  const parser = new SlideParser(context);
  parseXml(bytes, parser, context);
  return parser;
}

/** `sp` and the like; `pt` is a point of a diagram. */
const SHAPES: ReadonlySet<string> = new Set(['sp', 'pic', 'graphicFrame', 'cxnSp', 'pt']);
const BULLETS: ReadonlyMap<string, Bullet> = new Map([
  ['buNone', 'none'],
  ['buChar', 'sign'],
  ['buBlip', 'sign'],
  ['buAutoNum', 'number'],
]);
/** English Metric Units. */
const EMU_PER_POINT = 12_700;
const MOST_COLUMNS = 1_000;

interface ParagraphFrame {
  readonly pieces: Piece[];
  readonly marks: ParagraphMarks;
  level: number;
  bullet: Bullet | undefined;
  start: number;
}

interface RunFrame {
  bold: boolean;
  italic: boolean;
  highlighted: boolean;
  link: string | undefined;
  readonly field: { readonly code: string; result: string } | undefined;
}

interface TableFrame {
  readonly rows: StoryRow[];
  hasHeader: boolean;
  cells: StoryCell[];
  column: number;
}

class SlideParser implements SlidePart {
  readonly shapes: Shape[] = [];
  readonly placeholders = new Map<string, Shape>();
  isHidden = false;
  layoutType = '';
  readonly bodyLevels = new Map<number, Bullet>();
  hasNumber = false;

  readonly #context: SlideContext;
  /** Local names of the open elements. */
  readonly #path: string[] = [];
  #skipping = 0;
  /** For each open choice between alternatives: one was taken. */
  readonly #choices: boolean[] = [];
  #shape: Shape | undefined;
  #paragraph: ParagraphFrame | undefined;
  #run: RunFrame | undefined;
  #table: TableFrame | undefined;
  /** The level of the list style that is open. */
  #level: number | undefined;
  #isText = false;

  constructor(context: SlideContext) {
    this.#context = context;
  }

  open(element: XmlElement): void {
    const { local } = element;
    if (this.#skipping > 0) this.#skipping += 1;
    else if (element.uri.endsWith('/markup-compatibility/2006')) this.#openAlternative(local);
    else if (element.uri.endsWith('/math') || local === 'extLst') this.#openExtension(local);
    else this.#openElement(element);
    if (this.#skipping === 0) this.#path.push(local);
  }

  text(text: string): void {
    if (this.#isText && this.#skipping === 0) this.#add(text.replaceAll(/[\r\n\v]/g, ' '));
  }

  close({ local, uri }: XmlElement): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    this.#path.pop();
    if (uri.endsWith('/markup-compatibility/2006') && local === 'AlternateContent') this.#choices.pop();
    else if (local === 't') this.#isText = false;
    else if (local === 'p') this.#endParagraph();
    else if (local === 'r' || local === 'fld') this.#endRun();
    else if (/^lvl[1-9]pPr$/.test(local)) this.#level = undefined;
    else if (local === 'tr') this.#endRow();
    else if (local === 'tbl') this.#endTable();
    else if (SHAPES.has(local)) this.#shape = undefined;
  }

  #openAlternative(local: string): void {
    if (local === 'AlternateContent') this.#choices.push(false);
    else if (this.#choices.at(-1) === true) this.#skipping = 1;
    else if (this.#choices.length > 0) this.#choices[this.#choices.length - 1] = true;
  }

  /** Pictures say in an extension that they are decoration. */
  #openExtension(local: string): void {
    if (local !== 'extLst' || this.#path.at(-1) !== 'cNvPr') this.#skipping = 1;
  }

  #openElement(element: XmlElement): void {
    const { local } = element;
    const parent = this.#path.at(-1) ?? '';
    const level = /^lvl([1-9])pPr$/.exec(local)?.[1];
    const bullet = BULLETS.get(local);
    if (local === 'sld') this.isHidden = element.attribute('show') === '0' || element.attribute('show') === 'false';
    else if (local === 'sldLayout') this.layoutType = element.attribute('type') ?? '';
    else if (SHAPES.has(local)) this.#openShape();
    else if (local === 'cNvPr') this.#describeShape(element);
    else if (local === 'ph') this.#placeShape(element);
    else if (level !== undefined) this.#level = Number(level) - 1;
    else if (bullet) this.#setBullet(bullet, element);
    else if (this.#shape) this.#openContent(element, parent);
  }

  #openContent(element: XmlElement, parent: string): void {
    const { local } = element;
    if (local === 'p' && (parent === 'txBody' || parent === 't')) this.#paragraph = newParagraph();
    else if (local === 'pPr' && this.#paragraph)
      this.#paragraph.level = Math.min(Math.max(Number(element.attribute('lvl') ?? 0) || 0, 0), 8);
    else if (local === 'r' || local === 'fld') this.#openRun(element);
    else if (local === 'rPr' && this.#run) Object.assign(this.#run, { bold: isOn(element, 'b'), italic: isOn(element, 'i') });
    else if (local === 'highlight' && this.#run) this.#run.highlighted = true;
    else if (local === 'hlinkClick' && this.#run) this.#run.link = this.#addressOf(element);
    else if (local === 't' && (parent === 'r' || parent === 'fld')) this.#isText = true;
    else if (local === 'br' && parent === 'p') this.#add(' ');
    else if (local === 'tbl') this.#table = { rows: [], hasHeader: false, cells: [], column: 0 };
    else if (local === 'tblPr' && this.#table) this.#table.hasHeader = isOn(element, 'firstRow');
    else if (local === 'tr' && this.#table) Object.assign(this.#table, { cells: [], column: 0 });
    else if (local === 'tc' && this.#table) this.#openCell(this.#table, element);
    else this.#describePicture(element);
  }

  #openShape(): void {
    this.#shape = { entries: [], bullets: new Map(), levels: new Map() };
    this.shapes.push(this.#shape);
  }

  #describeShape(element: XmlElement): void {
    if (!this.#shape) return;
    const alt = [element.attribute('descr'), element.attribute('title')].find((text) => text !== undefined && text.trim() !== '');
    if (alt !== undefined) this.#shape.alt = alt.trim();
    if (isOn(element, 'hidden')) this.#shape.isHidden = true;
  }

  #placeShape(element: XmlElement): void {
    const shape = this.#shape;
    if (!shape) return;
    const [type, index] = [element.attribute('type') ?? 'obj', element.attribute('idx')];
    shape.placeholder = { type, index };
    for (const key of [type, `#${index}`]) if (!this.placeholders.has(key)) this.placeholders.set(key, shape);
  }

  #describePicture(element: XmlElement): void {
    const { local } = element;
    const shape = this.#shape;
    if (!shape) return;
    if (local === 'decorative') shape.isDecoration = isOn(element, 'val');
    else if (local === 'blip' && this.#path.includes('pic'))
      shape.source = this.#target(element.attribute('embed', '*') ?? element.attribute('link', '*'));
    else if (local === 'chart') shape.source = this.#target(element.attribute('id', '*'));
    else if (local === 'relIds') shape.diagram = this.#target(element.attribute('dm', '*'));
    else if (local === 'ext' && shape.width === undefined) {
      const [width, height] = [Number(element.attribute('cx')) / EMU_PER_POINT, Number(element.attribute('cy')) / EMU_PER_POINT];
      if (width > 0 && height > 0) Object.assign(shape, { width, height });
    }
  }

  #target(id: string | undefined): string {
    return (id !== undefined && this.#context.relationships.get(id)?.target) || '';
  }

  /** Where a link leads: outside of the presentation, or to a slide of it by the name of its part. Jumps such as `next` lead to no place. */
  #addressOf(element: XmlElement): string | undefined {
    const relationship = this.#context.relationships.get(element.attribute('id', '*') ?? '');
    if (relationship?.external) return relationship.target;
    return relationship?.type === 'slide' ? slideAnchor(relationship.target) : undefined;
  }

  #setBullet(bullet: Bullet, element: XmlElement): void {
    if (this.#level !== undefined) {
      const levels = this.#shape?.levels ?? (this.#path.includes('bodyStyle') ? this.bodyLevels : undefined);
      levels?.set(this.#level, bullet);
    } else if (this.#paragraph) {
      this.#paragraph.bullet = bullet;
      this.#paragraph.start = Number(element.attribute('startAt') ?? 1) || 1;
    }
  }

  #openRun(element: XmlElement): void {
    const type = element.local === 'fld' ? (element.attribute('type') ?? '') : undefined;
    if (type === 'slidenum') this.hasNumber = true;
    const field = type === undefined ? undefined : { code: type === 'slidenum' ? 'PAGE' : type, result: '' };
    this.#run = { bold: false, italic: false, highlighted: false, link: undefined, field };
  }

  #endRun(): void {
    if (this.#run?.field) this.#paragraph?.marks.fields.push(this.#run.field);
    this.#run = undefined;
  }

  #add(text: string): void {
    const paragraph = this.#paragraph;
    if (!paragraph || text === '') return;
    if (this.#run?.field) this.#run.field.result += text;
    if (this.#shape?.isHidden) paragraph.marks.hidden.push(text);
    else paragraph.pieces.push(pieceOf(text, this.#run));
  }

  #endParagraph(): void {
    const frame = this.#paragraph;
    this.#paragraph = undefined;
    if (!frame || !this.#shape) return;
    const { pieces, marks, level, bullet, start } = frame;
    const paragraph: StoryParagraph = { kind: 'paragraph', pieces, marks };
    const cell = this.#table?.cells.at(-1);
    if (cell) (cell.entries as StoryEntry[]).push(paragraph);
    else {
      const bulleted: Bulleted = { bullet, level, start };
      this.#shape.entries.push(paragraph);
      this.#shape.bullets.set(paragraph, bulleted);
    }
  }

  /** Each column has a cell; those that are merged into others are empty. */
  #openCell(table: TableFrame, element: XmlElement): void {
    if (isOn(element, 'hMerge')) {
      this.#skipping = 1;
      return;
    }
    const span = Math.min(Math.max(Number(element.attribute('gridSpan') ?? 1) || 1, 1), MOST_COLUMNS);
    table.cells.push({ column: table.column, continued: isOn(element, 'vMerge'), span, entries: [] });
    table.column += span;
  }

  #endRow(): void {
    const table = this.#table;
    table?.rows.push({ header: table.hasHeader && table.rows.length === 0, cells: table.cells });
    if (table) table.cells = [];
  }

  #endTable(): void {
    if (this.#table) this.#shape?.entries.push({ kind: 'table', rows: this.#table.rows });
    this.#table = undefined;
  }
}

/** How links inside of a presentation name a slide: `#slide3.xml`. */
export function slideAnchor(part: string): string {
  return `#${posix.basename(part)}`;
}

function newParagraph(): ParagraphFrame {
  return { pieces: [], marks: { revisions: [], hidden: [], fields: [], comments: [] }, level: 0, bullet: undefined, start: 1 };
}

function isOn(element: XmlElement, name: string): boolean {
  return ['1', 'true', 'on'].includes(element.attribute(name) ?? '');
}

function pieceOf(text: string, run: RunFrame | undefined): Piece {
  const { bold = false, italic = false, highlighted = false, link } = run ?? {};
  return { kind: 'text', text, bold, italic, ...(link !== undefined && { link }), ...(highlighted && { highlighted }) };
}
