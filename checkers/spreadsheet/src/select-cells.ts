import { parseRange, parseSheetRange, type CellRange, type CellSelector } from '@preflag/core';
import type { FoundColumn, Sheet, SheetTable, Workbook } from '@preflag/readers';
import { findColumns, foldText, rowKey, tablesOf } from '@preflag/readers/sheets';
import { findHeader, headersOf } from './contract/find-header.ts';

/** The cells that a job's selector names. */
export interface Selected {
  readonly sheet: Sheet;
  readonly range: CellRange;
}

/** What cells are selected from: a workbook, or the one sheet of a csv. */
export type Sheets = Pick<Workbook, 'sheets' | 'sheet'>;

/**
 * Finds them, or says in a few words what is not there.
 * @param find how columns are found on a sheet. Default: by the layout of its tables, where a job may leave out the unit of a header.
 */
export function selectCells(
  workbook: Sheets,
  selector: CellSelector,
  find: (sheet: Sheet, column: string) => readonly FoundColumn[] = columnsNamed,
): Selected | { readonly missing: string } {
  return typeof selector === 'string' ? selectByAddress(workbook, selector) : selectByLabels(workbook, selector, find);
}

function selectByAddress(workbook: Sheets, text: string): Selected | { readonly missing: string } {
  const placed = parseSheetRange(text);
  const range = placed?.range ?? parseRange(text);
  const sheet = placed ? workbook.sheet(placed.sheet) : workbook.sheets[0];
  return sheet && range ? { sheet, range } : { missing: `the sheet of ${text}` };
}

function selectByLabels(
  workbook: Sheets,
  { sheet: name, column, row }: Exclude<CellSelector, string>,
  find: (sheet: Sheet, column: string) => readonly FoundColumn[],
): Selected | { readonly missing: string } {
  const sheets = name === undefined ? workbook.sheets : [workbook.sheet(name)].filter((sheet) => sheet !== undefined);
  if (sheets.length === 0) return { missing: `the sheet '${name}'` };
  const columns = sheets.flatMap((sheet) => find(sheet, column).map((found) => ({ sheet, found })));
  if (columns.length === 0) return { missing: `the column '${column}'${name === undefined ? '' : ` on '${name}'`}` };
  for (const { sheet, found } of columns) {
    const range = row === undefined ? dataRange(found) : rowRange(found, row);
    if (range) return { sheet, range };
  }
  return { missing: row === undefined ? `a data row under '${column}'` : `the row '${row}' under '${column}'` };
}

function columnsNamed(sheet: Sheet, name: string): readonly FoundColumn[] {
  const columns = findColumns(sheet, name);
  return columns.length > 0 ? columns : tablesOf(sheet).flatMap((table) => columnNamed(table, name));
}

/** The column of a table with this header, with or without a unit after it. */
export function columnNamed(table: SheetTable, name: string): readonly FoundColumn[] {
  const column = table.columns[findHeader(headersOf(table), { name, unit: '' })];
  return column ? [{ table, column }] : [];
}

function dataRange({ table, column }: FoundColumn): CellRange | undefined {
  return table.lastRow < table.firstRow
    ? undefined
    : { top: table.firstRow, bottom: table.lastRow, left: column.index, right: column.index };
}

/** The row with this label; of several the last, since totals stand below. */
function rowRange({ table, column }: FoundColumn, label: string): CellRange | undefined {
  const row = rowsOf(table).findLast((index) => foldText(rowKey(table, index)).replace(/:$/, '') === foldText(label));
  return row === undefined ? undefined : { top: row, bottom: row, left: column.index, right: column.index };
}

function rowsOf({ firstRow, lastRow, totalRows }: SheetTable): readonly number[] {
  const rows = Array.from({ length: Math.max(0, lastRow - firstRow + 1) }, (_, index) => firstRow + index);
  return [...new Set([...rows, ...totalRows])].toSorted((a, b) => a - b);
}
