import type { ColumnExpectation, RuleContext } from '@preflag/core';
import type { SheetTable } from '@preflag/readers';
import type { AskedColumn, AskedTable } from './asked-columns.ts';
import { kindOfCell, type DataKind } from './cell-values.ts';
import { dataTables, type DataTable, type TableContext } from './data-tables.ts';
import { findHeader, headersOf } from './find-header.ts';

/** A column of a job where it stands in the file. */
export interface DataColumn {
  readonly table: DataTable;
  /** The header as the file has it. */
  readonly header: string;
  readonly blocks: readonly ColumnBlock[];
}

/** A column of a job with what is asked of it. */
export interface AskedDataColumn extends DataColumn {
  readonly asked: ColumnExpectation;
  /** JSON pointer of the demand, relative to the deliverable. */
  readonly pointer: string;
}

interface ColumnBlock {
  readonly table: SheetTable;
  /** 0-based, on the sheet. */
  readonly index: number;
}

/** A data cell that holds something, or of which only a formula is there. */
export interface DataCell {
  /** 0-based, on the sheet. */
  readonly row: number;
  readonly column: number;
  readonly kind: Exclude<DataKind, 'blank' | 'error'>;
}

export type Counting = Pick<RuleContext, 'looked' | 'notChecked'>;

/** The columns that the job asks about and the file has. */
export function dataColumns(context: TableContext, asked: readonly AskedColumn[]): readonly AskedDataColumn[] {
  const tables = new Map<AskedTable, readonly DataTable[]>();
  return asked.flatMap(({ table, column, pointer }) => {
    const found = tables.get(table) ?? dataTables(context, table);
    tables.set(table, found);
    return found.flatMap((one) => {
      const own = columnIn(one, column);
      return own ? [{ ...own, asked: column, pointer }] : [];
    });
  });
}

/** A column of a table by its header. */
export function columnIn(table: DataTable, wanted: Pick<ColumnExpectation, 'name' | 'unit'>): DataColumn | undefined {
  const [first] = table.blocks;
  const at = first ? findHeader(headersOf(first), wanted) : -1;
  if (!first || at < 0) return undefined;
  const blocks = table.blocks.map((block) => ({ table: block, index: block.columns[at]?.index ?? -1 }));
  return { table, header: first.columns[at]!.name, blocks };
}

/**
 * The data cells of a column that have a value, counted as looked at. Blank cells are spreadsheet/value-missing, errors
 * spreadsheet/error-value; formulas of which the file has no value are said not to be checked.
 */
export function* valuesOf(column: DataColumn, counting: Counting): Generator<DataCell> {
  let [cells, uncalculated] = [0, 0];
  for (const cell of cellsOf(column)) {
    if (cell.kind === 'uncalculated') uncalculated += 1;
    else {
      cells += 1;
      yield cell;
    }
  }
  counting.looked({ cells });
  sayUncalculated(column, uncalculated, counting);
}

/** Says of how many formulas there is no value. */
export function sayUncalculated(
  { header }: Pick<DataColumn, 'header'>,
  formulas: number,
  { notChecked }: Pick<Counting, 'notChecked'>,
): void {
  if (formulas > 0)
    notChecked(
      'nothing-to-check',
      `${formulas.toLocaleString('en-US')} formulas of '${header}' have no cached value; write the file with its values calculated.`,
    );
}

/** The data cells of a column that are neither blank nor an error. */
export function* cellsOf({ table, blocks }: DataColumn): Generator<DataCell> {
  for (const { row, index } of rowsOf(blocks)) {
    const kind = kindOfCell(table, row, index);
    if (kind !== 'blank' && kind !== 'error') yield { row, column: index, kind };
  }
}

/** A data row of a column: `part` numbers the blocks, which are the same for all columns of a table. */
interface DataRow extends ColumnBlock {
  readonly row: number;
  readonly part: number;
}

/** The data rows, block by block. */
export function* rowsOf(blocks: readonly ColumnBlock[]): Generator<DataRow> {
  for (const [part, { table, index }] of blocks.entries()) {
    const totals = new Set(table.totalRows);
    for (let row = table.firstRow; row <= table.lastRow; row += 1) if (!totals.has(row)) yield { table, index, row, part };
  }
}
