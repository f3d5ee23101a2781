import type { Limits } from '@preflag/core';
import { findHeader } from '../workbook/layout/find-header.ts';
import type { Region } from '../workbook/layout/regions.ts';
import { ColumnSheet } from '../workbook/store/column-sheet.ts';
import { WorkbookStore } from '../workbook/store/workbook-store.ts';
import type { Table } from './model.ts';
import { putValue } from './put-value.ts';

/** Where the table begins in a file, and what its columns are called. */
export type TableLayout = Pick<Table, 'header' | 'headerRow' | 'firstRow' | 'width'>;

/** Rows at the beginning of a file that the layout is told from. */
export const LAYOUT_ROWS = 80;

/** Finds header and first data row among the first rows of a file, as it is done on a sheet: titles, comments and blank rows may stand above. */
export function findLayout(rows: readonly (readonly string[])[], delimiter: string, limits: Limits): TableLayout {
  const sheet = new ColumnSheet('', 'visible', new WorkbookStore(limits));
  for (const [index, cells] of rows.entries())
    if (!isComment(cells))
      for (const [column, text] of cells.slice(0, MOST_COLUMNS).entries()) putValue(sheet, index, column, text, delimiter);
  const region = tableRegion(sheet, rows);
  if (!region) return { header: [], headerRow: -1, firstRow: 0, width: rows[0]?.length ?? 0 };
  const found = findHeader(sheet, region);
  const headerRow = found.row < 0 && hasNumericNames(sheet, rows, region) ? region.top : found.row;
  if (headerRow < 0) return { header: [], headerRow, firstRow: found.first, width: usualLength(rows.slice(found.first)) };
  const header = namesOf(rows, region.top, headerRow);
  return { header, headerRow, firstRow: headerRow + 1, width: rows[headerRow]!.length };
}

/** A line that programs skip: it begins with `#` and has no second cell. */
function isComment(cells: readonly string[]): boolean {
  return cells[0]?.startsWith('#') === true && cells.slice(1).every((cell) => cell.trim() === '' || /\s/.test(cell.trim()));
}

/** Wide rows are told by their first cells. */
const MOST_COLUMNS = 500;

/** The rows of the first block of rows that is a table, over its whole width; a single row goes together with the block below it. */
function tableRegion(sheet: ColumnSheet, rows: readonly (readonly string[])[]): Region | undefined {
  const isWide = sheet.columnCount > 1;
  let fallback: Region | undefined;
  for (let top = 0; top < sheet.rowCount; top++) {
    if (isBlankRow(rows, sheet, top)) continue;
    let bottom = top;
    while (bottom + 1 < sheet.rowCount && !isBlankRow(rows, sheet, bottom + 1)) bottom++;
    // Where most rows are not cut at all, those that are hold a delimiter in a sentence.
    const right = usualLength(rows.slice(top, bottom + 1)) > 1 ? lastColumn(sheet, top, bottom) : 0;
    const region = { top, bottom, left: 0, right };
    if (bottom > top && (right > 0 || !isWide)) return region;
    if (bottom === top && right > 0 && isHeaderAlone(sheet, region)) return { ...region, bottom: sheet.rowCount - 1 };
    fallback = fallback && fallback.right >= right ? fallback : region;
    top = bottom;
  }
  return fallback;
}

function isBlankRow(rows: readonly (readonly string[])[], sheet: ColumnSheet, row: number): boolean {
  const hasText = rows[row]?.some((cell) => cell.trim() !== '') ?? false;
  return !hasText || (sheet.kind(row, 0) === 'blank' && isComment(rows[row] ?? []));
}

function lastColumn(sheet: ColumnSheet, top: number, bottom: number): number {
  for (let column = sheet.columnCount - 1; column > 0; column--)
    for (let row = top; row <= bottom; row++) if (sheet.kind(row, column) !== 'blank') return column;
  return 0;
}

/** Names in a row, with a blank line between them and their data. */
function isHeaderAlone(sheet: ColumnSheet, { top, right }: Region): boolean {
  for (let column = 0; column <= right; column++) if (sheet.kind(top, column) !== 'string') return false;
  return right === sheet.columnCount - 1;
}

/** A name and then different whole numbers, over columns that hold no numbers: years, codes or stations that stand side by side. */
function hasNumericNames(sheet: ColumnSheet, rows: readonly (readonly string[])[], { top, bottom, right }: Region): boolean {
  const names = rows[top] ?? [];
  const rest = names.slice(1);
  if (bottom === top || rest.length === 0 || sheet.kind(top, 0) !== 'string') return false;
  if (!rest.every((name) => /^\d+$/.test(name)) || new Set(rest).size < rest.length) return false;
  for (let column = 1; column <= right; column++)
    for (let row = top + 1; row <= bottom; row++) if (sheet.kind(row, column) === 'number') return false;
  return true;
}

/**
 * The cells of the header row, trimmed, those that are blank at its end left out. Of several header rows the last has the names, unless the
 * first has a different one for each column: what is below are units, then.
 */
function namesOf(rows: readonly (readonly string[])[], top: number, headerRow: number): readonly string[] {
  const candidates = rows.slice(top, headerRow + 1).map((cells) => cells.map((cell) => cell.trim()));
  const lowest = candidates.at(-1) ?? [];
  const complete = candidates.find(
    (cells) => cells.length === lowest.length && !cells.includes('') && new Set(cells).size === cells.length,
  );
  const names = [...(complete ?? lowest.map((name, column) => name || (candidates.at(-2)?.[column] ?? '')))];
  while (names.at(-1) === '') names.pop();
  return names;
}

/** The most frequent number of cells. */
function usualLength(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, [length, count]) => (count > best[1] ? [length, count] : best), [0, 0])[0];
}
