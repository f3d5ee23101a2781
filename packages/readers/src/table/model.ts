import type { Model, Scannable } from '@preflag/core';

declare module '@preflag/core' {
  interface Models {
    table: Table;
  }
}

/** A csv or tsv file. Rows are not held: rules see facts that are gathered in one walk. */
export interface Table extends Model, Scannable {
  readonly kind: 'table';
  readonly dialect: Dialect;
  /** What the columns are called, trimmed; empty where one has no name. No names at all where no row is a header. */
  readonly header: readonly string[];
  /** 0-based index of the header row among the rows that `scan` visits; -1 when there is none. Titles and comments stand above it. */
  readonly headerRow: number;
  /** 0-based index of the first data row. */
  readonly firstRow: number;
  /** How many cells a row should have. */
  readonly width: number;
}

export interface Dialect {
  readonly encoding: string;
  readonly bom: boolean;
  readonly delimiter: string;
  /** How most lines end. Rows end at each of the three, whatever most lines do. */
  readonly lineEnd: LineEnd;
  /** False for tab-separated text whose quotes are ordinary characters (text/tab-separated-values of IANA has no quoting). */
  readonly quoted: boolean;
}

export type LineEnd = '\n' | '\r\n' | '\r';

/**
 * The item of streaming facts on tables; one object that moves over the rows. Cells stay bytes: most of what rules want to know follows
 * from the kinds of characters in them, and a text is made only where it is asked for.
 */
export interface TableRow {
  /** 0-based; also rows above the header and blank lines count. */
  readonly index: number;
  /** 1-based line on which the row begins. */
  readonly line: number;
  /** How the row ends; empty for a last row that does not. */
  readonly lineEnd: LineEnd | '';
  /** False for the header and what stands above it, and for totals and notes that end the file. */
  readonly isData: boolean;
  /** How many cells there are; a blank line has one that is empty. */
  readonly length: number;
  /** UTF-8; valid until the next row. */
  readonly bytes: Buffer;
  /**
   * By column, for `length` columns: where the content begins and ends in `bytes`, its quotes left out (doubled quotes inside are still
   * double), and which kinds of characters it holds: the bits of cell-bytes.ts, none but `IS_QUOTED` for an empty cell.
   */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly characters: Int32Array;
  /** The cell as text; empty beyond the row's end. */
  text(column: number): string;
}
