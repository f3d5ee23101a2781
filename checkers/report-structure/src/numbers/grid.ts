import type { Location } from '@preflag/core';

export type CellPlace = Location & { readonly kind: 'cell' };

/** A table of data as columns: of a workbook, a csv or of the report itself. */
export interface Grid {
  /** In words: `sales.csv`, `the sheet 'Sales'`. */
  readonly name: string;
  readonly rowCount: number;
  /** Columns of texts, dates and years, by which rows are named and grouped. */
  readonly labels: readonly LabelColumn[];
  /** Columns of numbers that count or measure. */
  readonly amounts: readonly AmountColumn[];
  /** Where a cell stands in its file; absent for json, and for tables of the report itself. */
  readonly place?: (row: number, column: number) => CellPlace;
}

export interface LabelColumn {
  readonly name: string;
  /** By row; -1 for none. */
  readonly ids: Int32Array;
  /** Different labels in the order in which they first stand. */
  readonly values: readonly string[];
}

export interface AmountColumn {
  readonly name: string;
  /** Its place among all columns. */
  readonly column: number;
  /** By row; NaN where there is no number. */
  readonly values: Float64Array;
  /** Its numbers are percentages, by how they are shown or by its name. */
  readonly isPercent: boolean;
}

/** What stands in a cell of a grid; `undefined` for nothing. */
export type GridCell = number | string | undefined;

/** Rows beyond this are not taken in: reports are written on summaries of less. */
const MOST_ROWS = 300_000;
const NUMBERS_SHARE = 0.7;
const ID = /(?:^|[\s_-])(?:id|no|nr|number|code|zip|plz|key|index|phone)$/i;

const PERCENT_NAME = /%|(?<!\p{L})(?:share|rate|ratio|percent\w*|margin|anteil|quote|prozent|marge|rendite)/iu;

/**
 * Makes a grid of a header and cells by row and column. `isCut` says that there were more rows.
 * @param isPercent whether a cell is shown as a percentage; its number is that of per cent
 */
export function gridOf(
  name: string,
  header: readonly string[],
  rowCount: number,
  cell: (row: number, column: number) => GridCell,
  isPercent: (row: number, column: number) => boolean = () => false,
): { readonly grid: Grid; readonly isCut: boolean } {
  const rows = Math.min(rowCount, MOST_ROWS);
  const labels: LabelColumn[] = [];
  const amounts: AmountColumn[] = [];
  for (const [column, title] of header.entries()) {
    const cells = Array.from({ length: rows }, (_, row) => cell(row, column));
    const filled = cells.filter((value) => value !== undefined);
    const numbers = filled.filter((value) => typeof value === 'number');
    if (filled.length === 0) continue;
    if (numbers.length >= filled.length * NUMBERS_SHARE && !areYears(numbers) && !(ID.test(title) && areIds(numbers))) {
      amounts.push({
        name: title,
        column,
        values: Float64Array.from(cells, (value) => (typeof value === 'number' ? value : Number.NaN)),
        isPercent:
          PERCENT_NAME.test(title) ||
          isPercent(
            cells.findIndex((value) => typeof value === 'number'),
            column,
          ),
      });
    } else labels.push(...labelColumns(title, cells));
  }
  return { grid: { name, rowCount: rows, labels, amounts }, isCut: rowCount > rows };
}

function areYears(numbers: readonly number[]): boolean {
  return numbers.every((value) => Number.isInteger(value) && value >= 1900 && value <= 2100);
}

function areIds(numbers: readonly number[]): boolean {
  return numbers.every(Number.isInteger) && new Set(numbers).size === numbers.length;
}

/** A column of dates is one of years, of quarters and of months too. */
function labelColumns(name: string, cells: readonly GridCell[]): LabelColumn[] {
  const texts = cells.map((value) => (value === undefined ? '' : String(value).trim()));
  const isDates = texts.every((text) => text === '' || /^\d{4}-\d{2}(?:-\d{2})?/.test(text));
  if (!isDates) return [labelColumn(name, texts)];
  const parts: readonly ((text: string) => string)[] = [
    (text) => text.slice(0, 4),
    (text) => `Q${Math.ceil(Number(text.slice(5, 7)) / 3)} ${text.slice(0, 4)}`,
    (text) => `${MONTHS[Number(text.slice(5, 7)) - 1] ?? ''} ${text.slice(0, 4)}`,
  ];
  return parts.map((part) =>
    labelColumn(
      name,
      texts.map((text) => (text === '' ? '' : part(text))),
    ),
  );
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function labelColumn(name: string, texts: readonly string[]): LabelColumn {
  const known = new Map<string, number>();
  const ids = Int32Array.from(texts, (text) => {
    if (text === '') return -1;
    const id = known.get(text) ?? known.size;
    if (id === known.size) known.set(text, id);
    return id;
  });
  return { name, ids, values: [...known.keys()] };
}
