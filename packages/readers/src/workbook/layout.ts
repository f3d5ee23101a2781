import type { CellKind, Sheet } from './model.ts';

/** A table on a sheet: a header, data rows, and totals rows below. Sheets often hold several, with titles above and notes below. */
export interface SheetTable {
  readonly sheet: Sheet;
  /** The last header row; columns take their names from it (and from merged rows above). -1 when there is none. */
  readonly headerRow: number;
  /** The first and last data row, totals excluded; `lastRow < firstRow` when there are none. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Rows at the end, or between blocks, that begin with a word such as Total, Sum, Gesamt. */
  readonly totalRows: readonly number[];
  readonly columns: readonly SheetColumn[];
}

export interface SheetColumn {
  /** 0-based index on the sheet. */
  readonly index: number;
  /** The header's text, trimmed, white space folded; empty when there is none. */
  readonly name: string;
  /** The kind of most data cells. */
  readonly majority: CellKind | 'date';
}
