import type { Dialect } from '@preflag/readers';

/** Where a cell of a csv stands in its text, quotes included; `end` is exclusive. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
  /** The cell as it is read: without quotes, with doubled ones as one. */
  readonly text: string;
}

/**
 * The places of some cells of a csv text, by the keys of {@link cellKey}. Rows count from 0 with the header, as the reader counts them.
 *
 * @param text without a byte order mark
 */
export function locateCells(
  text: string,
  { delimiter, quoted, lineEnd }: Pick<Dialect, 'delimiter' | 'quoted' | 'lineEnd'>,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, CellSpan> {
  const found = new Map<string, CellSpan>();
  const lineBreak = lineEnd === '\r' ? '\r' : '\n';
  let [row, column, at] = [0, 0, 0];
  while (at <= text.length) {
    const start = at;
    const isQuoted = quoted && text[at] === '"';
    if (isQuoted) at = afterQuote(text, at + 1);
    while (at < text.length && text[at] !== delimiter && text[at] !== lineBreak) at += 1;
    const key = cellKey(row, column);
    if (wanted.has(key)) {
      const end = lineBreak === '\n' && text[at] === '\n' && at > start && text[at - 1] === '\r' ? at - 1 : at;
      const raw = text.slice(start, end);
      const isWhole = isQuoted && raw.length > 1 && raw.endsWith('"');
      found.set(key, { start, end, text: isWhole ? raw.slice(1, -1).replaceAll('""', '"') : raw });
    }
    if (text[at] === delimiter) column += 1;
    else [row, column] = [row + 1, 0];
    at += 1;
  }
  return found;
}

export function cellKey(row: number, column: number): string {
  return `${row} ${column}`;
}

/** Behind the quote that closes; the end of the text where none does. */
function afterQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at + 1;
  return text.length;
}
