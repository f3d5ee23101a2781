import type { ColumnExpectation, ColumnType, Deliverable, TableExpectation } from '@preflag/core';
import { foldText } from '@preflag/readers/sheets';

/** What a job demands of a table. */
export interface AskedTable {
  /** The sheet's name, `*` for every one; absent for the file as a whole. */
  readonly sheet?: string;
  readonly expectation: TableExpectation;
  /** JSON pointer, relative to the deliverable. */
  readonly pointer: string;
}

/** What a job demands of a column. */
export interface AskedColumn {
  readonly table: AskedTable;
  readonly column: ColumnExpectation;
  /** JSON pointer, relative to the deliverable. */
  readonly pointer: string;
}

/** The file as a whole, then its sheets as the job lists them. */
export function askedTables(deliverable: Deliverable): readonly AskedTable[] {
  return [
    { expectation: deliverable, pointer: '' },
    ...(deliverable.sheets ?? []).map((sheet, index) => ({ sheet: sheet.name, expectation: sheet, pointer: `/sheets/${index}` })),
  ];
}

/** The columns of which the job asks this; `undefined` where it asks it of none. */
export function askedColumns(deliverable: Deliverable, asks: (column: ColumnExpectation) => boolean): readonly AskedColumn[] | undefined {
  const asked = askedTables(deliverable).flatMap((table) =>
    (table.expectation.columns ?? []).flatMap((column, index) =>
      asks(column) ? [{ table, column, pointer: `${table.pointer}/columns/${index}` }] : [],
    ),
  );
  return asked.length > 0 ? asked : undefined;
}

/** The headers that a table must have: its columns, and those of its key and order where it lists none. */
export function wantedColumns({ columns, key = [], sortedBy = [] }: TableExpectation): readonly Pick<ColumnExpectation, 'name' | 'unit'>[] {
  return columns ?? [...new Set([...key, ...sortedBy.map(({ column }) => column)])].map((name) => ({ name }));
}

/** What the job says of a column that it names in a key or an order. */
export function columnNamed({ columns = [] }: TableExpectation, name: string): ColumnExpectation {
  const column = columns.find((one) => one.name === name) ?? columns.find((one) => foldText(one.name) === foldText(name));
  return column ?? { name, required: false, unique: false };
}

/** The type that is asked for; bounds ask for what can be compared with them. */
export function typeAsked({ type, min, max }: ColumnExpectation): ColumnType | undefined {
  const bound = min ?? max;
  return type ?? (bound === undefined ? undefined : typeof bound === 'number' ? 'number' : 'datetime');
}
