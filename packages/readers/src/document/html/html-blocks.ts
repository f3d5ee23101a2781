import { decodeHTML } from 'entities';
import type { BlockContent, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { captionKind, captionNumber } from '../caption-kind.ts';
import { HeadingPath } from '../heading-path.ts';
import type { Block, BlockType } from '../model.ts';
import type { DocumentParts } from '../parts-model.ts';
import { blankAddresses } from '../prose.ts';
import type { BlockSource } from '../text-locator.ts';
import { BLANK, TextBuilder } from '../text-map.ts';
import { BLOCKS, UNSHOWN } from './html-elements.ts';
import { appendHtmlText } from './html-text.ts';
import { attributeOf, isElement, isHidden, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { gridOf } from './table-grid.ts';

type Collected = 'anchors' | 'links' | 'images' | 'tables' | 'captions' | 'hidden' | 'contents';
type PartLists = { -readonly [name in Collected]: DocumentParts[name][number][] };

/** What the elements around a text say of it. */
interface Context {
  readonly quoted: boolean;
  readonly keepsSpace: boolean;
  readonly isCode: boolean;
  /** A means of moving around, and no text of the document. */
  readonly isNavigation: boolean;
  readonly isNote: boolean;
  readonly item?: NonNullable<Block['item']>;
}

/** A block while its text is put together. */
interface Draft {
  readonly builder: TextBuilder;
  readonly nodes: PhrasingContent[];
  readonly links: DocumentParts['links'][number][];
  start: number;
  end: number;
}

/** Lists the blocks of a page, and builds its tree beside them. At most `mostBlocks` blocks, and `mostDepth` elements inside each other. */
export class HtmlBlocks {
  readonly root: Root = { type: 'root', children: [] };
  readonly blocks: Block[] = [];
  readonly sources: BlockSource[] = [];
  readonly parts: PartLists = { anchors: [], links: [], images: [], tables: [], captions: [], hidden: [], contents: [] };
  isCut = false;
  isTooDeep = false;
  readonly #source: string;
  readonly #mostBlocks: number;
  readonly #mostDepth: number;
  readonly #path = new HeadingPath();
  #draft: Draft = newDraft();
  #context: Context = { quoted: false, keepsSpace: false, isCode: false, isNavigation: false, isNote: false };
  #item: NonNullable<Block['item']> | undefined;
  #depth = 0;
  #tables = 0;

  constructor(source: string, mostBlocks: number, mostDepth: number) {
    this.#source = source;
    this.#mostBlocks = mostBlocks;
    this.#mostDepth = mostDepth;
  }

  read(element: HtmlElement): void {
    this.#children(element);
    this.#flush('paragraph');
  }

  #children({ childNodes }: HtmlElement): void {
    if (this.#depth >= this.#mostDepth) {
      this.isTooDeep = true;
      return;
    }
    this.#depth += 1;
    for (const node of childNodes) this.#node(node);
    this.#depth -= 1;
  }

  #node(node: HtmlNode): void {
    if (isElement(node)) this.#element(node);
    else if (node.nodeName === '#text') this.#text(node);
  }

  #text(node: HtmlNode): void {
    const at = node.sourceCodeLocation;
    if (!at) return;
    const { builder, nodes } = this.#draft;
    const from = builder.text.length;
    const shown = 'value' in node ? node.value : '';
    const append = (): void => {
      // Text that stands where no text may is moved, and pieces of it are put together.
      if (!isWhole(this.#source.slice(at.startOffset, at.endOffset), shown))
        builder.written(` ${shown.replaceAll(/\s+/g, ' ').trim()} `.slice(builder.text === '' ? 1 : 0), at.startOffset, at.endOffset);
      else appendHtmlText(builder, this.#source, at.startOffset, at.endOffset, this.#context.keepsSpace);
    };
    if (this.#context.isCode) builder.blank(append);
    else append();
    const value = builder.text.slice(from);
    if (value !== '') nodes.push(this.#context.isCode ? { type: 'inlineCode', value } : { type: 'text', value });
    if (value.trim() !== '') this.#extend(at.startOffset, at.endOffset);
  }

  #element(element: HtmlElement): void {
    const { tagName } = element;
    const id = attributeOf(element, 'id') ?? (tagName === 'a' ? attributeOf(element, 'name') : undefined);
    if (id !== undefined && id !== '') this.parts.anchors.push(id);
    if (isHidden(element)) this.#hide(element);
    else if (tagName === 'a' && isPermalink(element)) return;
    else if (tagName === 'img') this.#image(element);
    else if (tagName === 'br') this.#break(element);
    else if (tagName === 'math') this.#math(element);
    else if (UNSHOWN.has(tagName)) return;
    else if (BLOCKS.has(tagName)) this.#block(element);
    else this.#inline(element);
  }

  #inline(element: HtmlElement): void {
    const { tagName } = element;
    const outside = this.#draft.nodes.splice(0);
    const from = this.#draft.builder.text.length;
    const isCode = ['code', 'kbd', 'samp', 'tt'].includes(tagName);
    this.#within({ isCode: this.#context.isCode || isCode }, () => this.#children(element));
    const inside = this.#draft.nodes.splice(0);
    const href = tagName === 'a' ? attributeOf(element, 'href') : undefined;
    const wrapped: PhrasingContent[] =
      href !== undefined
        ? [{ type: 'link', url: href, children: inside }]
        : ['strong', 'b'].includes(tagName) && inside.length > 0
          ? [{ type: 'strong', children: inside }]
          : ['em', 'i'].includes(tagName) && inside.length > 0
            ? [{ type: 'emphasis', children: inside }]
            : inside;
    this.#draft.nodes.push(...outside, ...wrapped);
    const text = this.#draft.builder.text.slice(from).trim();
    if (href !== undefined) this.#draft.links.push({ target: href, text, block: this.blocks.length });
  }

  #block(element: HtmlElement): void {
    const { tagName } = element;
    this.#flush('paragraph');
    if (isNavigation(element) && !this.#context.isNavigation) {
      this.#within({ isNavigation: true }, () => this.#block(element));
      return;
    }
    const depth = /^h([1-6])$/.exec(tagName)?.[1];
    if (depth !== undefined) {
      this.#children(element);
      this.#flush('heading', Number(depth));
    } else if (tagName === 'pre') {
      this.#within({ keepsSpace: true, isCode: true }, () => this.#children(element));
      this.#flush('code');
    } else if (tagName === 'blockquote') this.#within({ quoted: true }, () => this.#flushed(element));
    else if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu') this.#list(element);
    else if (tagName === 'table') this.#table(element);
    else if (tagName === 'figcaption') this.#caption(element, 'figure');
    else if (isNotes(element)) this.#within({ isNote: true }, () => this.#flushed(element));
    else this.#flushed(element);
  }

  #flushed(element: HtmlElement): void {
    this.#children(element);
    this.#flush('paragraph');
  }

  #list(element: HtmlElement): void {
    const ordered = element.tagName === 'ol';
    const level = this.#context.item ? this.#context.item.level + 1 : 0;
    let number = Number(attributeOf(element, 'start') ?? 1);
    for (const node of element.childNodes) {
      if (!isElement(node)) continue;
      number = Number(attributeOf(node, 'value') ?? number);
      const item = { level, ordered, ...(ordered && { number }) };
      const isItem = node.tagName === 'li';
      this.#within(isItem ? { item } : {}, () => {
        this.#item = isItem ? item : undefined;
        this.#element(node);
        this.#item = undefined;
      });
      if (isItem) number += 1;
    }
  }

  #caption(element: HtmlElement, kind: 'figure' | 'table'): void {
    this.#children(element);
    const block = this.#flush('paragraph');
    if (!block) return;
    const number = captionNumber(block.text);
    const named = captionKind(block.text);
    this.parts.captions.push({ block: block.index, kind: named ?? kind, ...(named !== undefined && number !== undefined && { number }) });
  }

  /** A table of data; one that only lays out the page, as it says or as its single cell shows, is read as what is in it. */
  #table(element: HtmlElement): void {
    const grid = gridOf(element);
    const cells = grid.rows.flatMap((row) => row.cells);
    const isLayout = ['presentation', 'none'].includes(attributeOf(element, 'role') ?? '') || cells.length <= 1;
    const id = attributeOf(element, 'id');
    if (id !== undefined && isLayout) this.parts.anchors.push(id);
    if (isLayout) return this.#flushed(element);
    if (grid.caption) this.#caption(grid.caption, 'table');
    const after = this.blocks.length - 1;
    const table = this.#tables++;
    const nodes: TableRow[] = [];
    for (const [row, { cells: own, isHeader }] of grid.rows.entries()) {
      const node: TableRow = { type: 'tableRow', children: [] };
      for (const { element: cell, column } of own) {
        const outside = this.#draft;
        this.#draft = newDraft();
        this.#cellText(cell);
        const children = this.#draft.nodes;
        node.children.push({ type: 'tableCell', children });
        this.#flush('tableCell', 0, { table, row, column, header: isHeader });
        this.#draft = outside;
      }
      nodes.push(node);
    }
    this.root.children.push({ type: 'table', children: nodes });
    this.parts.tables.push({
      table,
      rows: grid.rows.length,
      columns: Math.max(0, ...grid.rows.map(({ width }) => width)),
      headerRows: grid.rows.filter(({ isHeader }) => isHeader).length,
      widths: grid.rows.map(({ width }) => width),
      after,
    });
    return undefined;
  }

  /** The text of a cell is one block, whatever is in it. */
  #cellText(element: HtmlElement): void {
    if (this.#depth >= this.#mostDepth) {
      this.isTooDeep = true;
      return;
    }
    this.#depth += 1;
    for (const node of element.childNodes) {
      if (!isElement(node) || !BLOCKS.has(node.tagName)) this.#node(node);
      else if (!isHidden(node)) {
        const { builder } = this.#draft;
        const at = node.sourceCodeLocation?.startOffset ?? 0;
        if (builder.text.trim() !== '' && !builder.text.endsWith('\n')) builder.written('\n', at, at);
        this.#cellText(node);
      }
    }
    this.#depth -= 1;
  }

  #image(element: HtmlElement): void {
    const at = element.sourceCodeLocation;
    const alt = attributeOf(element, 'alt');
    const source = attributeOf(element, 'src') ?? '';
    const [width, height] = ['width', 'height'].map((name) => Number.parseFloat(attributeOf(element, name) ?? '') * POINTS_PER_PIXEL);
    this.parts.images.push({
      block: this.blocks.length,
      source,
      ...(alt !== undefined && { alt: alt.trim() }),
      ...(width !== undefined && width > 0 && { width }),
      ...(height !== undefined && height > 0 && { height }),
    });
    if (!at) return;
    this.#draft.builder.written(BLANK, at.startOffset, at.endOffset);
    this.#draft.nodes.push({ type: 'image', url: source, alt: alt ?? '' });
    this.#extend(at.startOffset, at.endOffset);
  }

  #break(element: HtmlElement): void {
    const at = element.sourceCodeLocation;
    const { builder, nodes } = this.#draft;
    if (!at || builder.text === '') return;
    builder.written(this.#context.keepsSpace ? '\n' : ' ', at.startOffset, at.endOffset);
    nodes.push({ type: 'break' });
  }

  #math(element: HtmlElement): void {
    this.#draft.builder.blank(() => this.#children(element));
  }

  #hide(element: HtmlElement): void {
    const text = textOf(element, this.#mostDepth).replaceAll(/\s+/g, ' ').trim();
    const isControl = this.#context.isNavigation || isNavigation(element);
    if (text !== '' && !isControl && !UNSHOWN.has(element.tagName))
      this.parts.hidden.push({ text, block: Math.max(0, this.blocks.length - 1) });
  }

  #within(more: Partial<Context>, work: () => void): void {
    const outside = this.#context;
    this.#context = { ...outside, ...more };
    work();
    this.#context = outside;
  }

  #extend(start: number, end: number): void {
    const draft = this.#draft;
    draft.start = Math.min(draft.start, start);
    draft.end = Math.max(draft.end, end);
  }

  /** Ends the block; nothing where it has no text. */
  #flush(type: BlockType, depth = 0, cell?: Block['cell']): Block | undefined {
    const { builder, nodes, links, start, end } = this.#draft;
    this.#draft = newDraft();
    const text = builder.text.trimEnd();
    if (text === '') return undefined;
    if (this.blocks.length >= this.#mostBlocks) {
      this.isCut = true;
      return undefined;
    }
    const item = type === 'paragraph' ? this.#item : undefined;
    const isNote = this.#context.isNote && type === 'paragraph';
    this.#item = undefined;
    const { quoted, isNavigation: isAside } = this.#context;
    const [only] = links;
    const isEntry =
      isAside && !cell && links.length === 1 && only?.target.startsWith('#') === true && only.target !== '#' && only.text === text;
    const isFurniture = isAside && !cell && type !== 'code';
    const kind: BlockType = isEntry ? 'contents' : isFurniture ? 'header' : isNote ? 'footnote' : item ? 'listItem' : type;
    const prose = kind === 'code' ? BLANK.repeat(text.length) : blankAddresses(builder.prose.slice(0, text.length));
    const depthShown = kind === 'heading' ? depth : 0;
    const node = nodeOf(kind, depthShown, nodes, text);
    const block: Block = {
      index: this.blocks.length,
      type: kind,
      depth: depthShown,
      text,
      prose,
      path: this.#path.above(kind === 'heading' && !quoted ? depth : undefined),
      quoted,
      ...(cell && { cell }),
      ...(!isNote && kind !== 'header' && (item ?? this.#context.item) && { item: (item ?? this.#context.item)! }),
      node,
    };
    this.blocks.push(block);
    this.sources.push({ start, end, map: builder.runs });
    // The page itself is marked by such links in navigation.
    this.parts.links.push(...(isAside ? links.filter(({ target }) => target !== '' && target !== '#') : links));
    if (isEntry) this.parts.contents.push({ text, level: (block.item?.level ?? 0) + 1, block: block.index });
    if (kind === 'heading' && !quoted) this.#path.enter(text, depth);
    if (!cell) this.root.children.push(quoted ? { type: 'blockquote', children: [node as BlockContent] } : node);
    return block;
  }
}

/** Landmarks for moving around (WAI-ARIA 1.2: navigation, search), and the elements that are such. */
function isNavigation(element: HtmlElement): boolean {
  const role = attributeOf(element, 'role');
  return element.tagName === 'nav' || element.tagName === 'search' || role === 'navigation' || role === 'search';
}

/** The sign behind a heading that links to the heading itself. */
function isPermalink(element: HtmlElement): boolean {
  return attributeOf(element, 'href')?.startsWith('#') === true && /^[#¶§🔗⚓]\uFE0F?$/u.test(textOf(element, PERMALINK_DEPTH).trim());
}

const PERMALINK_DEPTH = 3;

/** The notes at the end of a page, as pandoc and GitHub mark them (DPUB-ARIA 1.1, doc-endnotes). */
function isNotes(element: HtmlElement): boolean {
  return (
    attributeOf(element, 'role') === 'doc-endnotes' ||
    attributeOf(element, 'data-footnotes') !== undefined ||
    /(?:^|\s)footnotes(?:\s|$)/.test(attributeOf(element, 'class') ?? '')
  );
}

/** CSS pixels are a 96th of an inch. */
const POINTS_PER_PIXEL = 0.75;

function newDraft(): Draft {
  return { builder: new TextBuilder(), nodes: [], links: [], start: Infinity, end: 0 };
}

function nodeOf(type: BlockType, depth: number, children: PhrasingContent[], text: string): RootContent {
  if (type === 'heading') return { type: 'heading', depth: depth as 1 | 2 | 3 | 4 | 5 | 6, children };
  if (type === 'code') return { type: 'code', value: text };
  if (type === 'tableCell') return { type: 'tableCell', children };
  return { type: 'paragraph', children };
}

/** The source of a text is this text, and has no markup in between. */
function isWhole(source: string, text: string): boolean {
  return !source.includes('<') || decodeHTML(source).replaceAll(/\r\n?/g, '\n') === text;
}

function textOf(node: HtmlNode, depth: number): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return isElement(node) && depth > 0 ? node.childNodes.map((child) => textOf(child, depth - 1)).join('') : '';
}
