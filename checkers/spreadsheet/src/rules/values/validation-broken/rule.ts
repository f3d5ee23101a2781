import { cellAddress, defineRule, parseRange, type CellRange, type Rule } from '@preflag/core';
import type { DataValidation, Sheet } from '@preflag/readers';
import { tableOfCell } from '../../../table-lookup.ts';
import { demandOf, type Demand } from '../../../validation-demand.ts';

/**
 * Looks at typed values in cells whose validation refuses others: lists in place or from a range or name, numbers, dates and lengths of
 * text between constants or the values of fixed cells.
 * Does not catch: validations by formulas, and bounds that move from cell to cell.
 * Known false alarms: values that were there before the validation was made; headers in validated columns are left out.
 */
export const validationBroken: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/validation-broken',
  title: 'A cell holds a value that its own validation refuses',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  why: 'The client set which values may stand there, and whatever reads the sheet counts on it.',
  advice: 'Put a value there that the validation allows: {{allowed}}.',
  messages: { refused: "{{cell}} holds '{{found}}', and its validation allows only {{allowed}}" },
  *check({ model, looked }) {
    for (const sheet of model.sheets)
      for (const [index, validation] of sheet.parts.validations.entries()) {
        const demand = validation.refuses ? demandOf(model, sheet, validation) : undefined;
        if (!demand) continue;
        for (const [row, column] of refusedCells(sheet, validation, demand, looked)) {
          const cell = cellAddress(row, column);
          yield {
            messageId: 'refused',
            data: { cell, found: sheet.text(row, column), allowed: demand.words },
            at: { kind: 'cell', sheet: sheet.name, range: cell },
            group: `${sheet.name} validation ${index}`,
          };
        }
      }
  },
});

/** Cells of a validation that are looked at, at most. */
const MOST_CELLS = 500_000;

function* refusedCells(
  sheet: Sheet,
  { ranges, formula1 }: DataValidation,
  { allows }: Demand,
  looked: (what: Readonly<Record<string, number>>) => void,
): Generator<readonly [number, number]> {
  const source = parseRange(formula1.replaceAll('$', ''));
  let cells = 0;
  for (const { top, left, bottom, right } of ranges)
    for (let row = top; row <= Math.min(bottom, sheet.rowCount - 1); row += 1)
      for (let column = left; column <= Math.min(right, sheet.columnCount - 1); column += 1) {
        if ((cells += 1) > MOST_CELLS) return;
        const kind = sheet.kind(row, column);
        if (kind === 'blank' || kind === 'error' || sheet.formulaId(row, column) !== 0 || sheet.text(row, column).trim() === '') continue;
        if (isHeader(sheet, row, column) || (source && isInside(source, row, column))) continue;
        looked({ cells: 1 });
        if (!allows(sheet, row, column)) yield [row, column];
      }
}

function isHeader(sheet: Sheet, row: number, column: number): boolean {
  if (row === 0) return true;
  const table = tableOfCell(sheet, row, column);
  return table !== undefined && row <= table.headerRow;
}

/** A list may stand inside of the cells that it validates. */
function isInside({ top, left, bottom, right }: CellRange, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
