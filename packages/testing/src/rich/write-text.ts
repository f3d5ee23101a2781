import type { RichDocument, RichText, Written } from './rich-document.ts';
import { textOf } from './rich-of-markdown.ts';

/** Writes plain text: headings are lines, and items begin with a bullet or a number. What only looks tell is lost. */
export function writeText({ blocks, notes }: RichDocument): Written {
  if (notes.size > 0) return { isWritten: false, construct: 'footnotes' };
  const paragraphs: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') return { isWritten: false, construct: 'tables' };
    if (block.kind === 'contents') return { isWritten: false, construct: 'a table of contents' };
    if (block.kind === 'pageBreak') continue;
    const missing = constructIn(block.texts);
    if (missing !== undefined) return { isWritten: false, construct: missing };
    if (block.kind !== 'item') paragraphs.push(textOf(block.texts));
    else paragraphs.push(`${'  '.repeat(block.level)}${block.number === undefined ? '-' : `${block.number}.`} ${textOf(block.texts)}`);
  }
  return { isWritten: true, bytes: new TextEncoder().encode(`${paragraphs.join('\n\n')}\n`) };
}

function constructIn(texts: readonly RichText[]): string | undefined {
  if (texts.some(({ image }) => image)) return 'pictures';
  if (texts.some(({ link, text }) => link !== undefined && !isShown(link, text))) return 'links';
  return texts.some(({ isBold }) => isBold) ? 'bold text' : undefined;
}

/** The text of the link is its address. */
function isShown(link: string, text: string): boolean {
  return [text, `mailto:${text}`, `http://${text}`].includes(link);
}
