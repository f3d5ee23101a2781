import type { Sheet } from '@preflag/readers';

/** What became of one table of a sheet whose rows have keys, or of all that is on the sheet beside such tables. Rows and columns are 0-based. */
export interface SheetDiff {
  readonly name: string;
  readonly before: Sheet;
  readonly after: Sheet;
  /** False where one of the two is a csv, whose cells are all text. */
  readonly typed: boolean;
  /** How rows were paired: by the job's key, by a key that the table itself shows, or by their order. */
  readonly pairing: 'key' | 'inferred-key' | 'order';
  readonly keyColumns: readonly string[];
  /** Of a table its rows of data. */
  readonly rows: readonly RowPair[];
  /** Of a table its header and its totals, which have no key. */
  readonly frame: readonly RowPair[];
  /** Rows that are paired although their keys differ: one is the other without its leading zeros. */
  readonly strippedKeys: readonly StrippedKey[];
  readonly lost: readonly RowMark[];
  readonly added: readonly RowMark[];
  /** True where a key stands on more rows than one of the sheet after. */
  readonly hasRepeatedKeys: boolean;
  readonly columns: readonly ColumnPair[];
  readonly columnsLost: readonly string[];
  readonly columnsAdded: readonly string[];
  /** True for cells that another diff of the sheet compares. */
  readonly isElsewhere?: (side: 'before' | 'after', row: number, column: number) => boolean;
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

/** A column that one side lacks has an index beyond the cells of that side, where all is blank. */
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
  /** Both are formulas, and the new one still points to where its cells stood before rows or columns came or went. */
  readonly isNotShifted: boolean;
}

/** Two sheets that are one, before and after. */
export interface SheetPair {
  readonly before: Sheet;
  readonly after: Sheet;
}

/** Everything that differs between two files. */
export interface UpdateDiff {
  readonly pairs: readonly SheetPair[];
  /** One for each table with keys, and one for the rest, of each pair of sheets. */
  readonly sheets: readonly SheetDiff[];
  readonly sheetsLost: readonly string[];
  readonly sheetsAdded: readonly string[];
  /** Sheets that have another name, told by what they hold. */
  readonly sheetsRenamed: readonly { readonly from: string; readonly to: string }[];
  readonly changes: readonly CellChange[];
  /** Cells that were compared. */
  readonly cells: number;
}
