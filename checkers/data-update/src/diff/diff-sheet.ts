import { columnName } from '@preflag/core';
import type { Sheet, SheetTable } from '@preflag/readers';
import { foldText, rowKey, tablesOf } from '@preflag/readers/sheets';
import { alignRows, SEPARATOR } from './align-rows.ts';
import { inferredKeys, rowKeys, type RowKeys } from './row-keys.ts';
import { withoutRows } from './same-cell.ts';
import type { ColumnPair, RowMark, RowPair, SheetDiff, StrippedKey } from './sheet-diff.ts';

/** Pairs the rows and columns of a sheet with those of its earlier self: by key where there is one, else by order. */
export function diffSheet(before: Sheet, after: Sheet, key: readonly string[], typed: boolean): SheetDiff {
  const [tableBefore, tableAfter] = [largestTable(before), largestTable(after)];
  if (tableBefore && tableAfter && tableBefore.headerRow >= 0 && tableAfter.headerRow >= 0) {
    const named = rowKeys(tableBefore, tableAfter, key);
    if (named) return diffByKey(tableBefore, tableAfter, named, 'key', typed);
    const inferred = key.length === 0 ? inferredKeys(tableBefore, tableAfter) : undefined;
    if (inferred) return diffByKey(tableBefore, tableAfter, inferred, 'inferred-key', typed);
  }
  return diffByOrder(before, after, tableBefore, tableAfter, typed);
}

function largestTable(sheet: Sheet): SheetTable | undefined {
  const size = ({ firstRow, lastRow, columns }: SheetTable): number => (lastRow - firstRow + 1) * columns.length;
  return tablesOf(sheet).toSorted((a, b) => size(b) - size(a))[0];
}

function diffByKey(before: SheetTable, after: SheetTable, keys: RowKeys, pairing: 'key' | 'inferred-key', typed: boolean): SheetDiff {
  const rows: RowPair[] = [];
  const lost: RowMark[] = [];
  for (const [key, row] of keys.before) {
    const partner = keys.after.get(key);
    if (partner === undefined) lost.push({ key, row });
    else rows.push({ key, before: row, after: partner });
  }
  const added = [...keys.after].flatMap(([key, row]): RowMark[] => (keys.before.has(key) ? [] : [{ key, row }]));
  const stripped = pairStrippedKeys(lost, added);
  return {
    name: after.sheet.name,
    before: before.sheet,
    after: after.sheet,
    typed,
    pairing,
    keyColumns: keys.names,
    ...stripped,
    rows: [...rows, ...stripped.rows],
    ...pairColumns(before, after),
  };
}

/** Pairs what is left by keys without leading zeros: one slip must not look like a lost and an added row. */
function pairStrippedKeys(
  lost: readonly RowMark[],
  added: readonly RowMark[],
): Pick<SheetDiff, 'strippedKeys' | 'lost' | 'added'> & { readonly rows: readonly RowPair[] } {
  const byStripped = new Map(added.map((mark) => [withoutZeros(mark.key), mark]));
  const [strippedKeys, rows, stillLost]: [StrippedKey[], RowPair[], RowMark[]] = [[], [], []];
  for (const mark of lost) {
    const partner = byStripped.get(withoutZeros(mark.key));
    if (!partner || partner.key.length >= mark.key.length) {
      stillLost.push(mark);
      continue;
    }
    byStripped.delete(withoutZeros(mark.key));
    strippedKeys.push({ from: mark.key, to: partner.key, row: partner.row });
    rows.push({ key: mark.key, before: mark.row, after: partner.row });
  }
  const paired = new Set(strippedKeys.map(({ row }) => row));
  return { strippedKeys, rows, lost: stillLost, added: added.filter(({ row }) => !paired.has(row)) };
}

/** A key without the zeros that a number would not keep, for each of its parts. */
function withoutZeros(key: string): string {
  return key
    .split(' · ')
    .map((part) => (/^0\d+$/.test(part) ? part.replace(/^0+(?=\d)/, '') : part))
    .join(' · ');
}

/** Columns by header; those without one, and headers that stand twice, by their order among their like. */
function pairColumns(before: SheetTable, after: SheetTable): Pick<SheetDiff, 'columns' | 'columnsLost' | 'columnsAdded'> {
  const free = [...after.columns];
  const columns: ColumnPair[] = [];
  const columnsLost: string[] = [];
  for (const column of before.columns) {
    const exact = free.findIndex(({ name }) => name === column.name);
    const index = exact >= 0 ? exact : free.findIndex(({ name }) => foldText(name) === foldText(column.name));
    const partner = index >= 0 ? free.splice(index, 1)[0] : undefined;
    const name = column.name || columnName(column.index);
    if (partner) columns.push({ name, before: column.index, after: partner.index });
    else columnsLost.push(name);
  }
  return { columns, columnsLost, columnsAdded: free.map(({ name, index }) => name || columnName(index)) };
}

function diffByOrder(
  before: Sheet,
  after: Sheet,
  tableBefore: SheetTable | undefined,
  tableAfter: SheetTable | undefined,
  typed: boolean,
): SheetDiff {
  const width = Math.max(before.columnCount, after.columnCount);
  const alignment =
    before.rowCount === after.rowCount
      ? { pairs: Array.from({ length: before.rowCount }, (_, row) => [row, row] as const), lost: [], added: [] }
      : alignRows(signatures(before, width), signatures(after, width));
  const isBlankRow = (sheet: Sheet, row: number): boolean =>
    Array.from({ length: sheet.columnCount }, (_, column) => sheet.kind(row, column)).every((kind) => kind === 'blank');
  return {
    name: after.name,
    before,
    after,
    typed,
    pairing: 'order',
    keyColumns: [],
    rows: alignment.pairs.map(([rowBefore, rowAfter]) => ({
      key: labelOf(after, tableAfter, rowAfter),
      before: rowBefore,
      after: rowAfter,
    })),
    strippedKeys: [],
    lost: alignment.lost.filter((row) => !isBlankRow(before, row)).map((row) => ({ key: labelOf(before, tableBefore, row), row })),
    added: alignment.added.filter((row) => !isBlankRow(after, row)).map((row) => ({ key: labelOf(after, tableAfter, row), row })),
    columns: Array.from({ length: width }, (_, column) => ({
      name: headerOf(tableAfter, column) ?? headerOf(tableBefore, column) ?? columnName(column),
      before: column,
      after: column,
    })),
    columnsLost: [],
    columnsAdded: [],
  };
}

/** What each row says, for telling rows apart: formulas by what they compute and without the numbers of rows, which shift. */
function signatures(sheet: Sheet, width: number): readonly string[] {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const formula = sheet.formula(row, column);
      return formula === undefined ? sheet.text(row, column) : withoutRows(formula);
    }).join(SEPARATOR),
  );
}

function labelOf(sheet: Sheet, table: SheetTable | undefined, row: number): string {
  const label = table && row >= table.firstRow ? rowKey(table, row) : '';
  return label || `row ${row + 1}`;
}

function headerOf(table: SheetTable | undefined, column: number): string | undefined {
  return table?.columns.find(({ index }) => index === column)?.name || undefined;
}
