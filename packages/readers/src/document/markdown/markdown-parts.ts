import { matchesIn } from '@preflag/core';
import GithubSlugger from 'github-slugger';
import type { Image, Link, Nodes } from 'mdast';
import { captionKind, captionNumber } from '../caption-kind.ts';
import type { Block } from '../model.ts';
import type { Caption, DocumentImage, DocumentLink, DocumentParts, DocumentTable } from '../parts-model.ts';

/** What markdown tells beside its text. */
export function markdownParts(blocks: readonly Block[], source: string): Partial<DocumentParts> {
  const slugger = new GithubSlugger();
  const [anchors, links, images]: [string[], DocumentLink[], DocumentImage[]] = [[], [], []];
  for (const block of blocks) {
    if (block.type === 'heading') anchors.push(...headingAnchors(block, slugger));
    eachNode(block.node, (node) => {
      if (node.type === 'link') links.push(linkOf(node, block.index));
      else if (node.type === 'image') images.push(imageOf(node, block.index));
      else if (node.type === 'html') anchors.push(...idsIn(node.value));
    });
  }
  return {
    anchors,
    links,
    images,
    tables: tablesOf(blocks, source),
    captions: blocks.flatMap(captionOf),
    contents: contentsOf(blocks),
  };
}

/** A node and all inside of it, but for what has blocks of its own. */
function eachNode(node: Nodes | undefined, visit: (node: Nodes) => void): void {
  if (!node || node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') return;
  visit(node);
  if ('children' in node) for (const child of node.children) eachNode(child, visit);
}

/** Ids in braces as pandoc and kramdown take them, and the slugs that GitHub makes of headings. */
function headingAnchors({ text }: Block, slugger: GithubSlugger): readonly string[] {
  const own = text.includes('{') ? /\{\s*#([\w.:-]+)[^}]*\}\s*$/.exec(text)?.[1] : undefined;
  const slug = slugger.slug(text.replace(/\uFFFC/g, ''));
  return own === undefined ? [slug] : [own, slug];
}

const ID = /<[a-z][^>]{0,400}?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi;

function idsIn(html: string): readonly string[] {
  return matchesIn(html, ID).map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}

function linkOf(node: Link, block: number): DocumentLink {
  return { target: node.url, text: textOf(node), block };
}

function imageOf({ alt, url }: Image, block: number): DocumentImage {
  return { block, source: url, ...(alt !== null && alt !== undefined && alt !== '' && { alt }) };
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The cells of each row as they are written: the tree pads short rows, and drops what is too much. */
function tablesOf(blocks: readonly Block[], source: string): readonly DocumentTable[] {
  const tables: { table: number; widths: number[]; after: number; row: number }[] = [];
  for (const { cell, node, index } of blocks) {
    const start = node?.position?.start.offset;
    if (!cell || start === undefined) continue;
    let table = tables.at(-1);
    if (table?.table !== cell.table) tables.push((table = { table: cell.table, widths: [], after: index - 1, row: -1 }));
    if (cell.row === table.row) continue;
    table.row = cell.row;
    table.widths.push(cellsIn(lineAt(source, start)));
  }
  return tables.map(({ table, widths, after }) => ({ table, rows: widths.length, columns: widths[0] ?? 0, headerRows: 1, widths, after }));
}

function lineAt(source: string, offset: number): string {
  let [start, end] = [offset, offset];
  while (start > 0 && !isLineEnd(source.charCodeAt(start - 1))) start -= 1;
  while (end < source.length && !isLineEnd(source.charCodeAt(end))) end += 1;
  return source.slice(start, end);
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** Cells between bars that no backslash takes back; bars at both ends are not needed (GFM 0.29, 4.10). */
function cellsIn(line: string): number {
  const row = line.replace(/^[\s>]*\|?/, '').replace(/(?<!\\)\|?\s*$/, '');
  return row.replaceAll(/\\[\\|]/g, '').split('|').length;
}

const LONGEST_CAPTION = 300;

function captionOf({ type, text, index, quoted }: Block): readonly Caption[] {
  if (type !== 'paragraph' || quoted || text.length > LONGEST_CAPTION) return [];
  const kind = captionKind(text);
  const number = captionNumber(text);
  const isCaption = kind !== undefined && number !== undefined && /^[\p{L}.]+\s*\d+(?:[.-]\d+)*\s*(?:[.:：|–—-]|$)/u.test(text);
  return isCaption ? [{ block: index, kind, number }] : [];
}

/** Fewer links to places of the document are none. */
const LEAST_ENTRIES = 3;

/** A list of links to places of the document, one an item. */
function contentsOf(blocks: readonly Block[]): DocumentParts['contents'] {
  const runs: DocumentParts['contents'][number][][] = [[]];
  for (const { type, node, item, index } of blocks) {
    const only = type === 'listItem' && node?.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined;
    if (only?.type === 'link' && only.url.startsWith('#'))
      runs.at(-1)?.push({ text: textOf(only), level: (item?.level ?? 0) + 1, block: index });
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.find(({ length }) => length >= LEAST_ENTRIES) ?? [];
}
