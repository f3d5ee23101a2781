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
  /** The first row's cells, trimmed, when it looks like a header (all text, none empty but trailing ones); else empty. */
  readonly header: readonly string[];
  /** 0-based index of the first data row among the rows that `scan` visits. */
  readonly firstRow: number;
}

export interface Dialect {
  readonly encoding: string;
  readonly bom: boolean;
  readonly delimiter: string;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** False for tab-separated text whose quotes are ordinary characters (text/tab-separated-values of IANA has no quoting). */
  readonly quoted: boolean;
}

/** The item of streaming facts on tables; one object that is used again for every row. */
export interface TableRow {
  /** 0-based; the header, when there is one, is row 0. */
  readonly index: number;
  /** 1-based line on which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}
