import type { PdfLine } from './pdf-lines.ts';
import type { PlacedLine } from './pdf-locator.ts';

/**
 * The text of a block's lines. A word that is parted at the end of a line is put together where its hyphen is a soft one, or where the whole
 * word stands elsewhere in the document; else the hyphen stays, as in `well-` `known`.
 *
 * @param words of the document, in lower case
 */
export function joinLines(lines: readonly PdfLine[], words: ReadonlySet<string>): { readonly text: string; readonly placed: PlacedLine[] } {
  let text = '';
  const placed: PlacedLine[] = [];
  for (const line of lines) {
    const before = /(\p{L}+)([-\u2010\u00AD])$/u.exec(text);
    const next = /^\p{Ll}+/u.exec(line.text)?.[0];
    const isWord = before !== null && next !== undefined && (before[2] === '\u00AD' || words.has(`${before[1]}${next}`.toLowerCase()));
    if (isWord) text = text.slice(0, -1);
    else if (text !== '' && !(before !== null && next !== undefined)) text += ' ';
    placed.push({ line, offset: text.length });
    text += line.text;
  }
  return { text, placed };
}
