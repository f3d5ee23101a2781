import { totalWord } from '../workbook/layout/total-words.ts';

/** A row at the end of a file. */
export interface TailRow {
  readonly byte: number;
  readonly cells: readonly string[];
}

/** Rows at the end of a file that are looked at. */
export const TAIL_ROWS = 40;

/** The byte at which totals and notes begin that end a file; infinite when the last row is data. Blank lines between them count with them. */
export function findTail(rows: readonly TailRow[], width: number): number {
  let end = Number.POSITIVE_INFINITY;
  for (const { byte, cells } of rows.toReversed()) {
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length === 0) continue;
    if (!isNote(filled, width) && !isTotal(filled)) break;
    end = byte;
  }
  return end;
}

/** A line of several words alone in its row, below a table of several columns. */
function isNote(filled: readonly string[], width: number): boolean {
  const [text = ''] = filled;
  return width > 2 && filled.length === 1 && /\p{L}/u.test(text) && (/\s/.test(text.trim()) || /^[*#†‡]/.test(text));
}

function isTotal(filled: readonly string[]): boolean {
  return filled.length > 1 && totalWord(filled[0] ?? '') === 'is' && filled.slice(1).some((text) => /\d/.test(text));
}
