import GithubSlugger from 'github-slugger';
import type { BlockContent, DefinitionContent, List, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { CaptionKind, ContentsLine, RichBlock, RichDocument, RichText } from './rich-document.ts';

/** What markdown has and no word processor: it is named rather than left out. */
export class NotCarried extends Error {
  readonly construct: string;

  constructor(construct: string) {
    super(`Word processors have no form for ${construct}.`);
    this.construct = construct;
  }
}

/** The document that a writer would have made in a word processor of this markdown. @throws NotCarried */
export function richOfMarkdown(text: string): RichDocument {
  const root = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [...gfmFromMarkdown().map(({ transforms: _, ...own }) => own), frontmatterFromMarkdown(['yaml'])],
  });
  const reader = new MarkdownReader();
  reader.read(root);
  return { blocks: withCaptions(reader.blocks), notes: reader.notes, ...reader.properties };
}

interface Around {
  readonly isQuoted: boolean;
  /** The level of the lists around, -1 outside of any. */
  readonly level: number;
}

type Look = Omit<RichText, 'text'>;

class MarkdownReader {
  readonly blocks: RichBlock[] = [];
  readonly notes = new Map<string, readonly RichText[]>();
  readonly properties: { title?: string; author?: string } = {};
  readonly #slugger = new GithubSlugger();
  readonly #definitions = new Map<string, string>();
  readonly #used = new Set<string>();
  #lists = 0;

  read(root: Root): void {
    for (const node of root.children) if (node.type === 'definition') this.#definitions.set(node.identifier, node.url);
    for (const node of root.children) this.#block(node, { isQuoted: false, level: -1 });
    for (const name of this.notes.keys()) if (!this.#used.has(name)) throw new NotCarried('a footnote without a mark');
  }

  #block(node: RootContent, around: Around): void {
    const look = around.isQuoted ? ({ look: 'quote' } as const) : {};
    if (node.type === 'heading') {
      const texts = this.#texts(node.children);
      this.blocks.push({ kind: 'heading', depth: node.depth, texts, anchor: this.#slugger.slug(textOf(texts)) });
    } else if (node.type === 'paragraph') this.blocks.push({ kind: 'paragraph', texts: this.#texts(node.children), ...look });
    else if (node.type === 'code') this.blocks.push({ kind: 'paragraph', texts: [{ text: node.value }], look: 'code' });
    else if (node.type === 'blockquote') for (const child of node.children) this.#block(child, { ...around, isQuoted: true });
    else if (node.type === 'list') this.#list(node, around);
    else if (node.type === 'table') {
      const rows = node.children.map(({ children }) => children.map((cell) => this.#texts(cell.children)));
      this.blocks.push({ kind: 'table', rows });
    } else if (node.type === 'html' && PAGE_BREAK.test(node.value)) this.blocks.push({ kind: 'pageBreak' });
    else if (node.type === 'html' && !isHtml(node.value)) this.blocks.push({ kind: 'paragraph', texts: [{ text: node.value }] });
    else if (node.type === 'footnoteDefinition') this.notes.set(node.identifier, this.#note(node.children));
    else if (node.type === 'yaml') this.#frontMatter(node.value);
    else if (node.type !== 'definition') throw new NotCarried(CONSTRUCTS[node.type] ?? node.type);
  }

  #list(list: List, around: Around): void {
    const contents = around.level < 0 ? contentsOf(list, 1) : undefined;
    if (contents && contents.length >= FEWEST_ENTRIES) {
      this.blocks.push({ kind: 'contents', entries: contents });
      return;
    }
    if (around.level < 0) this.#lists += 1;
    const level = around.level + 1;
    for (const [index, { children }] of list.children.entries()) {
      const [first, ...rest] = children;
      const texts = first?.type === 'paragraph' ? this.#texts(first.children) : [];
      const number = list.ordered ? { number: (list.start ?? 1) + index } : {};
      this.blocks.push({ kind: 'item', texts, level, list: this.#lists - 1, ...number });
      for (const child of first?.type === 'paragraph' ? rest : children) this.#block(child, { ...around, level });
    }
  }

  #note(children: readonly (BlockContent | DefinitionContent)[]): readonly RichText[] {
    return children.flatMap((child) => {
      if (child.type !== 'paragraph') throw new NotCarried('a footnote that is more than text');
      return this.#texts(child.children);
    });
  }

  /** Programs put it into the properties of the file. */
  #frontMatter(value: string): void {
    for (const name of ['title', 'author'] as const) {
      const found = new RegExp(`^${name}: *["']?(.*?)["']?$`, 'm').exec(value)?.[1];
      if (found !== undefined && found !== '') this.properties[name] = found;
    }
  }

  #texts(nodes: readonly PhrasingContent[], look: Look = {}): readonly RichText[] {
    return nodes.flatMap((node): readonly RichText[] => {
      if (node.type === 'text') return [{ ...look, text: node.value.replaceAll(/[ \t]*\r?\n[ \t]*/g, ' ') }];
      if (node.type === 'strong') return this.#texts(node.children, { ...look, isBold: true });
      if (node.type === 'emphasis' || node.type === 'delete') return this.#texts(node.children, { ...look, isItalic: true });
      if (node.type === 'inlineCode') return [{ ...look, text: node.value, isCode: true }];
      if (node.type === 'link') return this.#texts(node.children, { ...look, link: node.url });
      if (node.type === 'linkReference') return this.#texts(node.children, { ...look, link: this.#definitions.get(node.identifier) ?? '' });
      if (node.type === 'image') return [{ ...look, text: '', image: imageOf(node.url, node.alt) }];
      if (node.type === 'imageReference')
        return [{ ...look, text: '', image: imageOf(this.#definitions.get(node.identifier) ?? '', node.alt) }];
      if (node.type === 'html' && !isHtml(node.value)) return [{ ...look, text: node.value }];
      if (node.type === 'break') return [{ ...look, text: ' ' }];
      if (node.type !== 'footnoteReference') throw new NotCarried(CONSTRUCTS[node.type] ?? node.type);
      this.#used.add(node.identifier);
      return [{ ...look, text: '', note: node.identifier }];
    });
  }
}

const HTML_NAMES = new Set(
  'a abbr b blockquote br center code dd del details div dl dt em figure hr i img kbd li mark ol p pre small span strong sub summary sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);

/** How markdown that is printed breaks its pages. */
const PAGE_BREAK = /^<div[^>]{0,80}(?:page-)?break-(?:after|before): ?(?:page|always)/;

/** Comments and elements; signs in angle brackets of other names are text. */
function isHtml(value: string): boolean {
  const name = /^<\/?([a-z][\w-]*)/i.exec(value)?.[1];
  return name === undefined || HTML_NAMES.has(name.toLowerCase());
}

const CONSTRUCTS: Readonly<Record<string, string>> = { html: 'html', thematicBreak: 'a rule between paragraphs' };
const FEWEST_ENTRIES = 3;

export function textOf(texts: readonly RichText[]): string {
  return texts.map(({ text }) => text).join('');
}

function imageOf(source: string, alt: string | null | undefined): NonNullable<RichText['image']> {
  return { source, ...(alt !== null && alt !== undefined && alt !== '' && { alt }) };
}

/** The lines of a list that only leads to places of the document; `undefined` for any other list. */
function contentsOf(list: List, level: number): readonly ContentsLine[] | undefined {
  const lines: ContentsLine[] = [];
  for (const { children } of list.children) {
    const [first, second, ...more] = children;
    const link = first?.type === 'paragraph' && first.children.length === 1 ? first.children[0] : undefined;
    const [text] = link?.type === 'link' && link.url.startsWith('#') && link.children.length === 1 ? link.children : [];
    if (link?.type !== 'link' || text?.type !== 'text' || more.length > 0) return undefined;
    const inner = second === undefined ? [] : second.type === 'list' ? contentsOf(second, level + 1) : undefined;
    if (!inner) return undefined;
    lines.push({ level, text: text.value, anchor: link.url.slice(1) }, ...inner);
  }
  return lines;
}

/** Paragraphs beside a table or a picture that begin as captions do, as the caption that a writer would have inserted. */
function withCaptions(blocks: readonly RichBlock[]): readonly RichBlock[] {
  return blocks.map((block, index) => {
    const kind = block.kind === 'paragraph' ? captionKind(textOf(block.texts)) : undefined;
    const isBeside = [blocks[index - 1], blocks[index + 1]].some((other) => other && kind === shownBy(other));
    return kind && isBeside && block.kind === 'paragraph' ? { kind: 'caption', texts: block.texts, of: kind } : block;
  });
}

function captionKind(text: string): CaptionKind | undefined {
  const [, name] = /^(Table|Figure) \d{1,3}(?:[:.–—-]|$)/.exec(text) ?? [];
  return name === 'Table' || name === 'Figure' ? name : undefined;
}

function shownBy(block: RichBlock): CaptionKind | undefined {
  if (block.kind === 'table') return 'Table';
  return block.kind === 'paragraph' && block.texts.length === 1 && block.texts[0]?.image ? 'Figure' : undefined;
}
