import { cellAddress, type ColumnExpectation, type FactReader, type Location, type NotCheckedCode } from '@preflag/core';
import type { Sheet, SheetTable, Table, Workbook } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';
import { heldTable } from '../facts/held-table.ts';
import { tableCellAt } from '../table-place.ts';
import { wantedColumns, type AskedTable } from './asked-columns.ts';
import { findHeader, headersOf } from './find-header.ts';

/** A sheet, or a csv held as one, and how its cells are read. */
export interface DataSheet {
  readonly sheet: Sheet;
  /** A csv: its cells are texts, which are read as what the job asks for. */
  readonly isText: boolean;
  /** Where semicolons cut the fields, a comma may stand before the decimals: so programs write in languages with decimal commas. */
  readonly hasDecimalComma: boolean;
  readonly date1904: boolean;
  /** ` on the sheet 'Detail'`; empty for a csv. */
  readonly where: string;
  readonly at: (row: number, column: number) => Location;
}

/** A table of the file that a job demands something of: on a sheet, or the one of a csv. */
export interface DataTable extends DataSheet {
  /** Its parts: blocks of a sheet with the same headers are one table. */
  readonly blocks: readonly SheetTable[];
}

/** What finding tables takes of a rule's context. */
export interface TableContext {
  readonly model: Workbook | Table;
  readonly facts: FactReader;
  readonly notChecked: (code: NotCheckedCode, text: string) => void;
}

/**
 * The tables that are meant. On a sheet of several it is the one with most of the wanted columns, then with most rows; for a workbook as
 * a whole, on the sheet that has it. None where nothing is found: spreadsheet/missing-sheet and spreadsheet/missing-column say so.
 */
export function dataTables({ model, facts, notChecked }: TableContext, { sheet: name, expectation }: AskedTable): readonly DataTable[] {
  if (model.kind === 'table') {
    const held = facts(heldTable);
    if ('sheet' in held) return [{ ...csvSheet(model, held.sheet), blocks: [held.table] }];
    notChecked(held.unheld.code, held.unheld.text);
    return [];
  }
  const wanted = wantedColumns(expectation);
  if (name === '*') return model.sheets.flatMap((sheet) => bestOf(model, [sheet], wanted));
  const sheet = name === undefined ? undefined : model.sheet(name);
  return bestOf(model, name === undefined ? model.sheets : sheet ? [sheet] : [], wanted);
}

/** The table that a column elsewhere is in. */
export function tableWith(context: TableContext, sheet: string | undefined, column: string): DataTable | undefined {
  const expectation = { columnOrder: 'any', columns: [{ name: column, required: false, unique: false }] } as const;
  return dataTables(context, { ...(sheet !== undefined && { sheet }), expectation, pointer: '' })[0];
}

export function csvSheet(model: Table, sheet: Sheet): DataSheet {
  return {
    sheet,
    isText: true,
    hasDecimalComma: model.dialect.delimiter === ';',
    date1904: false,
    where: '',
    at: (row, column) => tableCellAt(model, row, column),
  };
}

function bestOf(
  model: Workbook,
  sheets: readonly Sheet[],
  wanted: readonly Pick<ColumnExpectation, 'name' | 'unit'>[],
): readonly DataTable[] {
  let best: { readonly table: SheetTable; readonly score: number } | undefined;
  for (const table of sheets.flatMap(tablesOf)) {
    const headers = headersOf(table);
    const score = wanted.filter((column) => findHeader(headers, column) >= 0).length;
    if (score > 0 && (!best || score > best.score || (score === best.score && rowsOf(table) > rowsOf(best.table)))) best = { table, score };
  }
  if (!best) return [];
  const { table } = best;
  const headers = JSON.stringify(headersOf(table));
  const blocks = tablesOf(table.sheet).filter((other) => other === table || JSON.stringify(headersOf(other)) === headers);
  return [{ ...workbookSheet(model, table.sheet), blocks }];
}

export function workbookSheet({ date1904 }: Workbook, sheet: Sheet): DataSheet {
  return {
    sheet,
    isText: false,
    hasDecimalComma: false,
    date1904,
    where: ` on the sheet '${sheet.name}'`,
    at: (row, column) => ({ kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) }),
  };
}

function rowsOf({ firstRow, lastRow }: SheetTable): number {
  return lastRow - firstRow + 1;
}
