import type { CellRange, CellSelector } from '@preflag/core';
import { heldTable } from '../facts/held-table.ts';
import { columnNamed, selectCells } from '../select-cells.ts';
import { csvSheet, workbookSheet, type DataSheet, type TableContext } from './data-tables.ts';

/** The cells that a job names, what of it is not there, or nothing where the file cannot be held. */
type FoundCells = { readonly data: DataSheet; readonly range: CellRange } | { readonly missing: string } | undefined;

/** Finds the cells of a selector in a workbook, or in a csv as a sheet named like its file. */
export function findCells({ model, facts, notChecked }: TableContext, selector: CellSelector): FoundCells {
  if (model.kind === 'workbook') {
    const found = selectCells(model, selector);
    return 'missing' in found ? found : { data: workbookSheet(model, found.sheet), range: found.range };
  }
  const held = facts(heldTable);
  if ('unheld' in held) {
    notChecked(held.unheld.code, held.unheld.text);
    return undefined;
  }
  const { sheet, table } = held;
  const sheets = { sheets: [sheet], sheet: (name: string) => (name.toLowerCase() === sheet.name.toLowerCase() ? sheet : undefined) };
  const found = selectCells(sheets, selector, (_, name) => columnNamed(table, name));
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
