import { cellAddress, defineFact, type Fact, type Limits, type Model } from '@preflag/core';
import type { Data, Sheet, Table, Workbook } from '@preflag/readers';
import { foldText, tablesOf, totalWord } from '@preflag/readers/sheets';
import { gridsOfJson } from '../numbers/grids-of-json.ts';
import { gridOf, type CellPlace, type Grid, type GridCell } from '../numbers/grid.ts';

/** The tables of a data file, or why they cannot be held. */
export interface DataGrids {
  readonly grids: readonly Grid[];
  /** What was left out, in a sentence; empty where nothing was. */
  readonly gap: string;
}

/** The models of data files in which figures are looked up. */
export type DataKind = 'workbook' | 'table' | 'data';

export function isDataKind(kind: Model['kind']): kind is DataKind {
  return kind === 'workbook' || kind === 'table' || kind === 'data';
}

/** Rows of totals are left out: they are sums of the others. */
export const dataGrids: Fact<DataKind, DataGrids> = defineFact<DataKind, DataGrids>({
  id: 'report-structure/data-grids',
  reads: ['workbook', 'table', 'data'],
  compute: (model, _facts, limits) => {
    if (model.kind === 'table') return ofTable(model, limits);
    return model.kind === 'workbook' ? ofWorkbook(model) : ofJson(model);
  },
});

function ofJson({ file, value }: Data): DataGrids {
  const { made, isCut } = gridsOfJson(file, value);
  const held = gridsOf(file, made);
  return isCut ? { ...held, gap: `${file} has more lists, or more in them, than are taken in.` } : held;
}

function ofWorkbook(model: Workbook): DataGrids {
  const found = model.sheets.flatMap((sheet) => tablesOf(sheet).map((table) => ({ sheet, table })));
  const made = found.map(({ sheet, table }) => {
    const { firstRow, lastRow, totalRows, columns } = table;
    const rows = Array.from({ length: Math.max(0, lastRow - firstRow + 1) }, (_, index) => firstRow + index).filter(
      (row) => !totalRows.includes(row),
    );
    const made = gridOf(
      found.length === 1 ? model.file : `${model.file}, sheet '${sheet.name}'`,
      columns.map(({ name }) => name),
      rows.length,
      (row, column) => cellOf(sheet, rows[row] ?? 0, columns[column]?.index ?? 0),
      (row, column) => sheet.format(rows[row] ?? 0, columns[column]?.index ?? 0).includes('%'),
    );
    return placed(made, sheet.name, (row, column) => [rows[row] ?? 0, columns[column]?.index ?? 0]);
  });
  return gridsOf(model.file, made);
}

async function ofTable(model: Table, limits: Limits): Promise<DataGrids> {
  const { holdTable } = await import('@preflag/readers/sheet-of-table');
  const held = await holdTable(model, limits, true);
  if (!held.ok) return { grids: [], gap: held.failure.text };
  const sheet = held.model;
  const rows = Array.from({ length: Math.max(0, sheet.rowCount - model.firstRow) }, (_, index) => model.firstRow + index);
  while (rows.length > 0 && isEnd(sheet, rows.at(-1) ?? 0)) rows.pop();
  const made = gridOf(model.file, model.header, rows.length, (row, column) => cellOf(sheet, rows[row] ?? 0, column));
  const name = model.file.split('/').at(-1) ?? model.file;
  return gridsOf(model.file, [placed(made, name, (row, column) => [rows[row] ?? 0, column])]);
}

type Made = ReturnType<typeof gridOf>;

/** A grid that knows where its cells stand in their sheet. */
function placed(made: Made, sheet: string, cell: (row: number, column: number) => readonly [row: number, column: number]): Made {
  const place = (row: number, column: number): CellPlace => ({ kind: 'cell', sheet, range: cellAddress(...cell(row, column)) });
  return { ...made, grid: { ...made.grid, place } };
}

/** A blank line or a row of totals ends the data. */
function isEnd(sheet: Sheet, row: number): boolean {
  for (let column = 0; column < sheet.columnCount; column++) {
    if (sheet.kind(row, column) === 'blank') continue;
    return sheet.kind(row, column) === 'string' && totalWord(sheet.text(row, column)) === 'is';
  }
  return true;
}

function cellOf(sheet: Sheet, row: number, column: number): GridCell {
  const kind = sheet.kind(row, column);
  if (kind === 'number' && !sheet.isDate(row, column)) {
    const value = sheet.number(row, column);
    // What is shown as a percentage is quoted as one.
    return sheet.format(row, column).includes('%') ? value * 100 : value;
  }
  return kind === 'blank' || kind === 'error' ? undefined : sheet.text(row, column);
}

function gridsOf(file: string, made: readonly Made[]): DataGrids {
  const isCut = made.some((one) => one.isCut);
  const grids = made
    .map(({ grid }) => grid)
    .filter(({ amounts, labels }) => amounts.length > 0 || labels.some(({ name }) => foldText(name) !== ''));
  return { grids, gap: isCut ? `${file} has more rows than are taken in.` : '' };
}
