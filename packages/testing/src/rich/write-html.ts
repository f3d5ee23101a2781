import { escapeXml } from '../escape-xml.ts';
import type { ContentsLine, RichBlock, RichDocument, RichItem, RichText } from './rich-document.ts';
import { textOf } from './rich-of-markdown.ts';

/** Writes a page with headings, lists, tables, figures with their captions, notes at the end and a navigation. */
export function writeHtml({ blocks, notes, title, author }: RichDocument): Uint8Array {
  const heading = blocks.find((block) => block.kind === 'heading');
  const name = title ?? (heading?.kind === 'heading' ? textOf(heading.texts) : 'Text');
  const meta = author === undefined ? '' : `<meta name="author" content="${attribute(author)}">`;
  const numbers = [...notes.keys()];
  const lines = bodyOf(blocks, numbers);
  const ends = [...notes].map(
    ([note, texts], at) => `<li id="note-${at + 1}">${inline(texts, numbers)} <a href="#mark-${note}" role="doc-backlink">↩</a></li>`,
  );
  const end = ends.length === 0 ? [] : [`<section role="doc-endnotes"><ol>${ends.join('')}</ol></section>`];
  return new TextEncoder().encode(
    `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${escapeXml(name)}</title>${meta}</head>\n<body>\n${[...lines, ...end].join('\n')}\n</body>\n</html>\n`,
  );
}

function bodyOf(blocks: readonly RichBlock[], notes: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    const next = blocks[at + 1];
    if (block.kind === 'item') {
      const items = itemsFrom(blocks, at);
      lines.push(listOf(items, notes));
      at += items.length - 1;
    } else if (block.kind === 'caption' && block.of === 'Table' && next?.kind === 'table') {
      lines.push(tableOf(next.rows, notes, inline(block.texts, notes)));
      at += 1;
    } else if (isPicture(block) && next?.kind === 'caption') {
      lines.push(`<figure>${inline(block.texts, notes)}<figcaption>${inline(next.texts, notes)}</figcaption></figure>`);
      at += 1;
    } else lines.push(blockOf(block, notes));
  }
  return lines;
}

function isPicture(block: RichBlock): block is RichBlock & { kind: 'paragraph' } {
  return block.kind === 'paragraph' && block.texts.length === 1 && block.texts[0]?.image !== undefined;
}

function blockOf(block: RichBlock, notes: readonly string[]): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.depth} id="${attribute(block.anchor)}">${inline(block.texts, notes)}</h${block.depth}>`;
    case 'table':
      return tableOf(block.rows, notes);
    case 'contents':
      return `<nav><ul>${block.entries.map(lineOf).join('')}</ul></nav>`;
    case 'pageBreak':
      return '<div style="break-after: page"></div>';
    case 'item':
      return listOf([block], notes);
    case 'caption':
      return `<p>${inline(block.texts, notes)}</p>`;
    case 'paragraph':
      break;
  }
  if (block.look === 'code') return `<pre><code>${escapeXml(textOf(block.texts))}</code></pre>`;
  const paragraph = `<p>${inline(block.texts, notes)}</p>`;
  return block.look === 'quote' ? `<blockquote>${paragraph}</blockquote>` : paragraph;
}

function lineOf({ text, anchor }: ContentsLine): string {
  return `<li><a href="#${attribute(anchor)}">${escapeXml(text)}</a></li>`;
}

/** The items of the list that begins here, with those of lists inside of it. */
function itemsFrom(blocks: readonly RichBlock[], start: number): readonly RichItem[] {
  const items: RichItem[] = [];
  for (let at = start; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind !== 'item' || (items[0] && block.list !== items[0].list)) break;
    items.push(block);
  }
  return items;
}

function listOf(items: readonly RichItem[], notes: readonly string[]): string {
  const [first] = items;
  if (!first) return '';
  const tag = first.number === undefined ? 'ul' : 'ol';
  const start = first.number === undefined || first.number === 1 ? '' : ` start="${first.number}"`;
  const own: string[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    const end = items.findIndex(({ level }, index) => index > at && level <= item.level);
    const inner = items.slice(at + 1, end < 0 ? items.length : end);
    own.push(`<li>${inline(item.texts, notes)}${listOf(inner, notes)}</li>`);
    at += inner.length;
  }
  return `<${tag}${start}>${own.join('')}</${tag}>`;
}

function tableOf(rows: readonly (readonly (readonly RichText[])[])[], notes: readonly string[], caption?: string): string {
  const [header = [], ...body] = rows;
  const row = (cells: typeof header, tag: string): string =>
    `<tr>${cells.map((texts) => `<${tag}>${inline(texts, notes)}</${tag}>`).join('')}</tr>`;
  const name = caption === undefined ? '' : `<caption>${caption}</caption>`;
  return `<table>${name}<thead>${row(header, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

function inline(texts: readonly RichText[], notes: readonly string[]): string {
  return texts.map((one) => spanOf(one, notes)).join('');
}

function spanOf({ text, isBold, isItalic, isCode, link, note, image }: RichText, notes: readonly string[]): string {
  if (note !== undefined) {
    const number = notes.indexOf(note) + 1;
    return `<sup id="mark-${attribute(note)}"><a href="#note-${number}" role="doc-noteref">${number}</a></sup>`;
  }
  const alt = image?.alt === undefined ? '' : ` alt="${attribute(image.alt)}"`;
  let html = image ? `<img src="${attribute(image.source)}"${alt}>` : escapeXml(text);
  if (isCode) html = `<code>${html}</code>`;
  if (isItalic) html = `<em>${html}</em>`;
  if (isBold) html = `<strong>${html}</strong>`;
  return link === undefined ? html : `<a href="${attribute(link)}">${html}</a>`;
}

function attribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;');
}
