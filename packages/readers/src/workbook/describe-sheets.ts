import type { CellRange, Location, PlaceDescription } from '@preflag/core';
import { columnName, parseRange, rangeAddress } from '@preflag/core';
import type { SheetTable } from './layout.ts';
import { findColumn, tableAt } from './layout/find-column.ts';
import { tablesOf } from './layout/tables-of.ts';
import type { Sheet } from './model.ts';

const BETWEEN = ' › ';
const LONGEST_LABEL = 80;

/** Says what stands at a place of some sheets, by the labels of rows and columns. */
export function describeSheets(sheets: readonly Sheet[], at: Location): PlaceDescription {
  switch (at.kind) {
    case 'cell': {
      const sheet = sheetNamed(sheets, at.sheet);
      const range = parseRange(at.range);
      return sheet && range ? describeCell(sheet, range) : { place: joined(at.sheet, at.range), anchor: joined(at.sheet, at.range) };
    }
    case 'column': {
      const sheet = at.sheet === undefined ? undefined : sheetNamed(sheets, at.sheet);
      const found = sheet ? findColumn(sheet, at.name) : undefined;
      const header = found && found.table.headerRow >= 0 ? found.table.sheet.text(found.table.headerRow, found.column.index) : undefined;
      const place = joined(at.sheet, at.name);
      return { place, anchor: place, ...(header !== undefined && { excerpt: header }) };
    }
    case 'row': {
      const place = joined(at.sheet, at.key);
      return { place, anchor: place };
    }
    case 'part':
      return { place: at.name, anchor: at.name };
    case 'file':
      return { place: '', anchor: '' };
    default:
      return { place: at.kind, anchor: at.kind };
  }
}

/** True when the place is on one of the sheets, within what they hold. */
export function isOnSheets(sheets: readonly Sheet[], at: Location): boolean {
  if (at.kind !== 'cell' && at.kind !== 'column' && at.kind !== 'row') return true;
  const sheet = at.sheet === undefined ? sheets[0] : sheetNamed(sheets, at.sheet);
  if (!sheet) return false;
  if (at.kind === 'column') return findColumn(sheet, at.name) !== undefined;
  if (at.kind === 'row') return true;
  const range = parseRange(at.range);
  return range !== undefined && range.top < sheet.rowCount && range.left < sheet.columnCount;
}

/** What a row of a table is called: its first text, else its first cell that holds anything. Empty for a blank row. */
export function rowKey(table: SheetTable, row: number): string {
  const { sheet, columns } = table;
  const labels = columns.filter(({ index }) => sheet.kind(row, index) !== 'blank');
  const label = labels.find(({ index }) => sheet.kind(row, index) === 'string' && sheet.text(row, index).trim() !== '') ?? labels[0];
  return label ? shortened(sheet.text(row, label.index)) : '';
}

function describeCell(sheet: Sheet, range: CellRange): PlaceDescription {
  const { top, left } = range;
  const address = rangeAddress(range);
  const text = sheet.text(top, left);
  const formula = text === '' ? sheet.formula(top, left) : undefined;
  const excerpt = formula === undefined ? text : `=${formula}`;
  const table = tableAt(sheet, top, left);
  if (!table) return { place: joined(sheet.name, address), anchor: joined(sheet.name, address), excerpt };
  const column = shortened(table.columns.find(({ index }) => index === left)?.name ?? '') || columnName(left);
  const row = top === table.headerRow ? 'header' : rowKey(table, top) || positionOf(table, top);
  const label = joined(sheet.name, column, row);
  return { place: `${label} (${address})`, anchor: joined(sheet.name, tableLabel(sheet, table), row, column), excerpt };
}

/** Rows without any label are told apart by their distance from the header, which is no address. */
function positionOf(table: SheetTable, row: number): string {
  return `row ${row - table.firstRow + 1}`;
}

/** Tells the tables of a sheet apart by their number where there are several. */
function tableLabel(sheet: Sheet, table: SheetTable): string {
  const index = tablesOf(sheet).indexOf(table);
  return index > 0 ? `table ${index + 1}` : '';
}

function sheetNamed(sheets: readonly Sheet[], name: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.name === name) ?? sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(BETWEEN);
}

function shortened(text: string): string {
  const folded = text.replaceAll(/\s+/g, ' ').trim();
  return folded.length > LONGEST_LABEL ? `${folded.slice(0, LONGEST_LABEL - 1)}…` : folded;
}
