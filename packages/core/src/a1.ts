/** Cell addresses. Rows and columns are 0-based in numbers and 1-based in A1 text, as spreadsheets write them. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The last row and column that a sheet can have (ECMA-376, 1,048,576 × 16,384), 0-based. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** `27` → `AB`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `AB` → `27`, or `undefined` when it is not a column. */
export function columnIndex(name: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return undefined;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1 <= LAST_COLUMN ? index - 1 : undefined;
}

/** `(3, 1)` → `B4`. */
export function cellAddress(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

/** A range in A1 notation; one cell has no colon. */
export function rangeAddress({ top, left, bottom, right }: CellRange): string {
  const first = cellAddress(top, left);
  return top === bottom && left === right ? first : `${first}:${cellAddress(bottom, right)}`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;

/** `B4`, `$B$4` or `B4:C9` → a range, or `undefined` when it is not one. Corners are put in order. */
export function parseRange(text: string): CellRange | undefined {
  const corners = text.split(':');
  if (corners.length > 2) return undefined;
  const [first, second] = [parseCell(corners[0] ?? ''), parseCell(corners[1] ?? corners[0] ?? '')];
  if (!first || !second) return undefined;
  return {
    top: Math.min(first.row, second.row),
    left: Math.min(first.column, second.column),
    bottom: Math.max(first.row, second.row),
    right: Math.max(first.column, second.column),
  };
}

function parseCell(text: string): { row: number; column: number } | undefined {
  const match = CELL.exec(text);
  const column = columnIndex(match?.[1] ?? '');
  const row = Number(match?.[2]) - 1;
  return match && column !== undefined && row <= LAST_ROW ? { row, column } : undefined;
}

/** `'My Sheet'!F2:F400` → sheet and range; the quotes are optional where the name needs none. */
export function parseSheetRange(text: string): { sheet: string; range: CellRange } | undefined {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text);
  const range = match && parseRange(match[3] ?? '');
  return match && range ? { sheet: (match[1] ?? match[2] ?? '').replaceAll("''", "'"), range } : undefined;
}
