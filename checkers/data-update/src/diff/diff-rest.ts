import { columnName } from '@preflag/core';
import type { Sheet, SheetTable } from '@preflag/readers';
import { rowKey, tableAt, tablesOf } from '@preflag/readers/sheets';
import { alignRows, SEPARATOR, type Alignment } from './align-rows.ts';
import type { TablePair } from './diff-sheet.ts';
import type { ColumnPair, RowMark, RowPair, SheetDiff } from './sheet-diff.ts';
import { withoutRows } from './same-cell.ts';

/** What is on a sheet beside its tables with keys, paired by order: titles, notes, other tables, or all of it. */
export function diffRest(before: Sheet, after: Sheet, tables: readonly TablePair[], typed: boolean): SheetDiff {
  const columns = columnsOf(before, after, tables);
  const [maskBefore, maskAfter] = [maskOf(tables.map((pair) => pair.before)), maskOf(tables.map((pair) => pair.after))];
  const [rowsBefore, rowsAfter] = [
    rowsOf(
      before,
      maskBefore,
      tables.map((pair) => pair.before),
    ),
    rowsOf(
      after,
      maskAfter,
      tables.map((pair) => pair.after),
    ),
  ];
  const { pairs, lost, added } = align(
    { sheet: before, rows: rowsBefore, columns: columns.map((pair) => pair.before), mask: maskBefore },
    { sheet: after, rows: rowsAfter, columns: columns.map((pair) => pair.after), mask: maskAfter },
  );
  const mark = (sheet: Sheet, rows: readonly number[], index: number): RowMark => ({
    key: labelOf(sheet, rows[index]!),
    row: rows[index]!,
  });
  return {
    name: after.name,
    before,
    after,
    typed,
    pairing: 'order',
    keyColumns: [],
    hasRepeatedKeys: false,
    rows: pairs.map(([from, to]) => new LabelledPair(after, rowsBefore[from]!, rowsAfter[to]!)),
    frame: [],
    strippedKeys: [],
    lost: lost.map((index) => mark(before, rowsBefore, index)).filter(({ row }) => isFilled(before, row, maskBefore)),
    added: added.map((index) => mark(after, rowsAfter, index)).filter(({ row }) => isFilled(after, row, maskAfter)),
    columns,
    columnsLost: [],
    columnsAdded: [],
    ...(tables.length > 0 && {
      isElsewhere: (side, row, column) => (side === 'before' ? maskBefore : maskAfter)(row, column) !== column,
    }),
  };
}

/** Most rows are asked for their label by nobody. */
class LabelledPair implements RowPair {
  readonly before: number;
  readonly after: number;
  readonly #sheet: Sheet;

  constructor(sheet: Sheet, before: number, after: number) {
    this.#sheet = sheet;
    this.before = before;
    this.after = after;
  }

  get key(): string {
    return labelOf(this.#sheet, this.after);
  }
}

/** The column behind what covers a cell; the column itself where nothing does. */
type Mask = (row: number, column: number) => number;

/** What the header, data and totals of the tables cover. */
function maskOf(tables: readonly SheetTable[]): Mask {
  const areas = tables
    .map(({ headerRow, lastRow, totalRows, columns }) => ({
      top: headerRow,
      bottom: bottomOf({ headerRow, lastRow, totalRows }),
      left: columns[0]?.index ?? 0,
      right: columns.at(-1)?.index ?? -1,
    }))
    .toSorted((a, b) => a.left - b.left);
  return (row, column) => {
    let free = column;
    for (const { top, left, bottom, right } of areas) if (row >= top && row <= bottom && free >= left && free <= right) free = right + 1;
    return free;
  };
}

function bottomOf({ headerRow, lastRow, totalRows }: Pick<SheetTable, 'headerRow' | 'lastRow' | 'totalRows'>): number {
  return Math.max(headerRow, lastRow, totalRows.at(-1) ?? -1);
}

/** All rows where no table has keys; else those with something beside the tables. */
function rowsOf(sheet: Sheet, mask: Mask, tables: readonly SheetTable[]): readonly number[] {
  const rows: number[] = [];
  // Tables as wide as their sheet, which large ones are, leave nothing beside them.
  const wide = tables.filter(({ columns }) => columns.length === sheet.columnCount);
  for (let row = 0; row < sheet.rowCount; row += 1) {
    const table = wide.find(({ headerRow }) => headerRow === row);
    if (table) row = bottomOf(table);
    else if (tables.length === 0 || isFilled(sheet, row, mask)) rows.push(row);
  }
  return rows;
}

function isFilled(sheet: Sheet, row: number, mask: Mask): boolean {
  for (let column = mask(row, 0); column < sheet.columnCount; column = mask(row, column + 1))
    if (sheet.kind(row, column) !== 'blank' || sheet.formulaId(row, column) !== 0) return true;
  return false;
}

/** Columns by their place, moved where columns of a table came, went or changed places. */
function columnsOf(before: Sheet, after: Sheet, tables: readonly TablePair[]): readonly ColumnPair[] {
  const moved = new Map(tables.flatMap(({ diff }) => diff.columns.map((pair) => [pair.before, pair.after] as const)));
  const [rightBefore, rightAfter] = [rightOf(tables.map((pair) => pair.before)), rightOf(tables.map((pair) => pair.after))];
  const taken = new Set<number>();
  const pairs: ColumnPair[] = [];
  const nameOf = (column: number, sheet: Sheet): string => headerOf(sheet, column) ?? columnName(column);
  for (let column = 0; column < before.columnCount; column += 1) {
    const partner = moved.get(column) ?? (column > rightBefore ? column + rightAfter - rightBefore : column);
    const isFree = partner >= 0 && !taken.has(partner);
    if (isFree) taken.add(partner);
    const to = isFree ? partner : after.columnCount + column;
    pairs.push({ name: isFree ? (headerOf(after, partner) ?? nameOf(column, before)) : nameOf(column, before), before: column, after: to });
  }
  for (let column = 0; column < after.columnCount; column += 1)
    if (!taken.has(column)) pairs.push({ name: nameOf(column, after), before: before.columnCount + column, after: column });
  return pairs;
}

function rightOf(tables: readonly SheetTable[]): number {
  return Math.max(-1, ...tables.map(({ columns }) => columns.at(-1)?.index ?? -1));
}

function headerOf(sheet: Sheet, column: number): string | undefined {
  let headers = known.get(sheet);
  if (!headers) known.set(sheet, (headers = headersOf(sheet)));
  return headers.get(column);
}

const known = new WeakMap<Sheet, ReadonlyMap<number, string>>();

/** The headers of columns; where several tables share a column, that of the largest. */
function headersOf(sheet: Sheet): ReadonlyMap<number, string> {
  const bySize = tablesOf(sheet).toSorted((a, b) => a.lastRow - a.firstRow - (b.lastRow - b.firstRow));
  return new Map(
    bySize.flatMap(({ columns }) => columns.filter(({ name }) => name !== '').map(({ index, name }) => [index, name] as const)),
  );
}

interface Side {
  readonly sheet: Sheet;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly mask: Mask;
}

/** Row by row where that leaves few rows different; else by what they say, so that one inserted row does not change all below it. */
function align(before: Side, after: Side): Alignment {
  const isSameLength = before.rows.length === after.rows.length;
  const inOrder = (): Alignment => ({ pairs: before.rows.map((_, index) => [index, index] as const), lost: [], added: [] });
  const [signaturesBefore, signaturesAfter] = [signaturesOf(before), signaturesOf(after)];
  const differing = isSameLength ? signaturesBefore.filter((signature, index) => signature !== signaturesAfter[index]).length : Infinity;
  if (differing === 0) return inOrder();
  const aligned = alignRows(signaturesBefore, signaturesAfter);
  const rest =
    aligned.lost.length + aligned.added.length + aligned.pairs.filter(([a, b]) => signaturesBefore[a] !== signaturesAfter[b]).length;
  return isSameLength && differing <= rest * 2 ? inOrder() : aligned;
}

/** What each row says: formulas by what they compute and without the numbers of rows, which shift. */
function signaturesOf({ sheet, rows, columns, mask }: Side): readonly string[] {
  return rows.map((row) =>
    columns
      .map((column) => {
        if (mask(row, column) !== column) return '';
        const formula = sheet.formula(row, column);
        return formula === undefined ? sheet.text(row, column) : withoutRows(formula);
      })
      .join(SEPARATOR),
  );
}

function labelOf(sheet: Sheet, row: number): string {
  const table = tableAt(sheet, row, firstFilled(sheet, row));
  const label = table && row >= table.firstRow ? rowKey(table, row) : '';
  return label || `row ${row + 1}`;
}

function firstFilled(sheet: Sheet, row: number): number {
  for (let column = 0; column < sheet.columnCount; column += 1) if (sheet.kind(row, column) !== 'blank') return column;
  return 0;
}
