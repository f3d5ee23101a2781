import { columnName, parseRange, shorten, type CellRange, type GridSurroundings, type Location } from '@preflag/core';
import { tableAt } from './layout/find-column.ts';
import type { Sheet } from './model.ts';

/** Rows and columns shown around a range, on each side, and at most in all. */
const AROUND = 2;
const MOST_ROWS = 9;
const MOST_COLUMNS = 7;
const LONGEST_CELL = 60;

/** The cells around a place on one of some sheets; nothing for places that are no cells. */
export function surroundCells(sheets: readonly Sheet[], at: Location, isNamed = true): GridSurroundings | undefined {
  const range = at.kind === 'cell' ? parseRange(at.range) : undefined;
  const sheet = at.kind === 'cell' ? sheets.find(({ name }) => name.toLowerCase() === at.sheet.toLowerCase()) : undefined;
  if (!range || !sheet) return undefined;
  const table = tableAt(sheet, range.top, range.left);
  return gridOf(
    range,
    { row: table?.headerRow ?? -1, column: table?.columns[0]?.index ?? 0 },
    {
      ...(isNamed && { sheet: sheet.name }),
      height: sheet.rowCount,
      width: sheet.columnCount,
      row: (row) => ({ number: row + 1, cell: (column) => textOf(sheet, row, column) }),
    },
  );
}

function textOf(sheet: Sheet, row: number, column: number): string {
  const text = sheet.text(row, column);
  const formula = text === '' ? sheet.formula(row, column) : undefined;
  return formula === undefined ? text : `=${formula}`;
}

/** What a window over cells is cut from. */
interface Cells {
  readonly sheet?: string;
  readonly height: number;
  readonly width: number;
  /** A row by its index; `undefined` where it cannot be had. */
  readonly row: (index: number) => { readonly number: number; readonly cell: (column: number) => string } | undefined;
}

/** @param labels the row of the header, or -1, and the column that says what rows are: shown also where they are far away */
export function gridOf(
  range: CellRange,
  labels: { readonly row: number; readonly column: number },
  { sheet, height, width, row: rowAt }: Cells,
): GridSurroundings {
  const rows = windowOf(range.top, range.bottom, height, MOST_ROWS);
  const near = windowOf(range.left, range.right, width, MOST_COLUMNS);
  const columns = labels.column < near[0]! ? [labels.column, ...near] : near;
  const indexes = labels.row >= 0 && labels.row < rows[0]! ? [labels.row, ...rows] : rows;
  const shown = indexes.flatMap((index) => {
    const row = rowAt(index);
    return row
      ? [
          {
            index,
            number: row.number,
            isHeader: index === labels.row,
            cells: columns.map((column) => shorten(row.cell(column), LONGEST_CELL)),
          },
        ]
      : [];
  });
  return {
    kind: 'grid',
    ...(sheet !== undefined && { sheet }),
    columns: columns.map(columnName),
    rows: shown.map(({ index: _, ...row }) => row),
    hit: {
      rows: ends(shown.map(({ index }) => index >= range.top && index <= range.bottom)),
      columns: ends(columns.map((column) => column >= range.left && column <= range.right)),
    },
  };
}

/** The indexes from a little before to a little behind a range, cut where it is long. */
function windowOf(first: number, last: number, size: number, most: number): readonly number[] {
  const from = Math.max(0, first - AROUND);
  const to = Math.min(Math.max(size - 1, first), Math.max(first, last) + AROUND, from + most - 1);
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index);
}

function ends(isHit: readonly boolean[]): readonly [number, number] {
  const first = isHit.indexOf(true);
  return first < 0 ? [0, 0] : [first, isHit.lastIndexOf(true)];
}
