import { attributeOf, isElement, isHidden, type HtmlElement } from './html-tree.ts';

/** A table by its rows, with the columns that cells cover. */
export interface TableGrid {
  readonly caption?: HtmlElement;
  readonly rows: readonly GridRow[];
}

interface GridRow {
  /** In `thead`, or all of its cells are headers of columns. */
  readonly isHeader: boolean;
  readonly cells: readonly { readonly element: HtmlElement; readonly column: number }[];
  /** Columns that its cells, and those that reach down from above, cover. */
  readonly width: number;
}

/** HTML, 4.9.11. */
const MOST_SPAN = 1000;

export function gridOf(table: HtmlElement): TableGrid {
  const rows: GridRow[] = [];
  let caption: HtmlElement | undefined;
  /** How many more rows each column is covered from above. */
  let covered: number[] = [];
  const readRow = (row: HtmlElement, inHead: boolean): void => {
    const own: { element: HtmlElement; column: number }[] = [];
    const next = covered.map((count) => Math.max(0, count - 1));
    let column = 0;
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th') || isHidden(cell)) continue;
      while ((covered[column] ?? 0) > 0) column += 1;
      own.push({ element: cell, column });
      const [width, height] = [span(cell, 'colspan'), span(cell, 'rowspan')];
      for (let at = column; at < column + width; at += 1) next[at] = height - 1;
      column += width;
    }
    while ((covered[column] ?? 0) > 0) column += 1;
    covered = next;
    const isHeader =
      inHead || (own.length > 0 && own.every(({ element }) => element.tagName === 'th' && attributeOf(element, 'scope') !== 'row'));
    if (own.length > 0) rows.push({ isHeader, cells: own, width: column });
  };
  for (const part of table.childNodes) {
    if (!isElement(part)) continue;
    if (part.tagName === 'caption') caption = part;
    else if (part.tagName === 'tr') readRow(part, false);
    else if (['thead', 'tbody', 'tfoot'].includes(part.tagName)) {
      covered = [];
      for (const row of part.childNodes) if (isElement(row) && row.tagName === 'tr') readRow(row, part.tagName === 'thead');
    }
  }
  return { ...(caption && { caption }), rows };
}

function span(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const value = Number(attributeOf(cell, name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MOST_SPAN) : 1;
}
