import type { Sheet } from '@preflag/readers';

/** What became of one sheet. Rows and columns are 0-based. */
export interface SheetDiff {
  readonly name: string;
  readonly before: Sheet;
  readonly after: Sheet;
  /** False where one of the two is a csv, whose cells are all text. */
  readonly typed: boolean;
  /** How rows were paired: by the job's key, by a key that the sheet itself shows, or by their order. */
  readonly pairing: 'key' | 'inferred-key' | 'order';
  readonly keyColumns: readonly string[];
  readonly rows: readonly RowPair[];
  /** Rows that are paired although their keys differ: one is the other without its leading zeros. */
  readonly strippedKeys: readonly StrippedKey[];
  readonly lost: readonly RowMark[];
  readonly added: readonly RowMark[];
  readonly columns: readonly ColumnPair[];
  readonly columnsLost: readonly string[];
  readonly columnsAdded: readonly string[];
}

export interface RowPair {
  readonly key: string;
  readonly before: number;
  readonly after: number;
}

/** A pair of rows whose key lost its leading zeros. */
export interface StrippedKey {
  readonly from: string;
  readonly to: string;
  /** In the file after. */
  readonly row: number;
}

export interface RowMark {
  readonly key: string;
  readonly row: number;
}

export interface ColumnPair {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** A cell whose content differs in a paired row. */
export interface CellChange {
  readonly diff: SheetDiff;
  readonly row: RowPair;
  readonly column: ColumnPair;
  readonly from: string;
  readonly to: string;
}

/** Everything that differs between two files. */
export interface UpdateDiff {
  readonly sheets: readonly SheetDiff[];
  readonly sheetsLost: readonly string[];
  readonly sheetsAdded: readonly string[];
  readonly changes: readonly CellChange[];
  /** Cells that were compared. */
  readonly cells: number;
}
