import type { CellRange, CellSelector } from '@preflag/core';
import type { FoundColumn, SheetTable } from '@preflag/readers';
import { findColumns, tablesOf } from '@preflag/readers/sheets';
import { heldTable } from '../facts/held-table.ts';
import { selectCells } from '../select-cells.ts';
import { csvSheet, workbookSheet, type DataSheet, type TableContext } from './data-tables.ts';
import { findHeader } from './find-header.ts';

/** The cells that a job names, what of it is not there, or nothing where the file cannot be held. */
type FoundCells = { readonly data: DataSheet; readonly range: CellRange } | { readonly missing: string } | undefined;

/** Finds the cells of a selector in a workbook, or in a csv as a sheet named like its file. */
export function findCells({ model, facts, notChecked }: TableContext, selector: CellSelector): FoundCells {
  if (model.kind === 'workbook') {
    const found = selectCells(model, selector, (sheet, name) => {
      const columns = findColumns(sheet, name);
      return columns.length > 0 ? columns : tablesOf(sheet).flatMap((table) => columnOf(table, name));
    });
    return 'missing' in found ? found : { data: workbookSheet(model, found.sheet), range: found.range };
  }
  const held = facts(heldTable);
  if ('unheld' in held) {
    notChecked('limit', held.unheld);
    return undefined;
  }
  const { sheet, table } = held;
  const sheets = { sheets: [sheet], sheet: (name: string) => (name.toLowerCase() === sheet.name.toLowerCase() ? sheet : undefined) };
  const found = selectCells(sheets, selector, (_, name) => columnOf(table, name));
  return 'missing' in found ? found : { data: csvSheet(model, sheet), range: found.range };
}

/** The cells of a range, row by row. */
export function* cellsIn({ top, left, bottom, right }: CellRange): Generator<{ readonly row: number; readonly column: number }> {
  for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) yield { row, column };
}

/** A selector as the job has it: `Summary!B5`, `'Revenue' of 'Total' on the sheet 'Summary'`. */
export function selectorWords(selector: CellSelector): string {
  if (typeof selector === 'string') return selector;
  const { sheet, column, row } = selector;
  return `'${column}'${row === undefined ? '' : ` of '${row}'`}${sheet === undefined ? '' : ` on the sheet '${sheet}'`}`;
}

/** The job may leave out the unit that a header names. */
function columnOf(table: SheetTable, name: string): readonly FoundColumn[] {
  const at = findHeader(
    table.columns.map((column) => column.name),
    { name, unit: '' },
  );
  const column = table.columns[at];
  return column ? [{ table, column }] : [];
}
