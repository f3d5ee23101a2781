import { columnName, defineFact, type Fact } from '@preflag/core';
import type { Sheet, Update } from '@preflag/readers';
import { tableAt } from '@preflag/readers/sheets';
import { diffSheet } from '../diff/diff-sheet.ts';
import { Moves } from '../diff/moves.ts';
import { pairSheets } from '../diff/pair-sheets.ts';
import { compareCells } from '../diff/same-cell.ts';
import type { CellChange, ColumnPair, RowPair, SheetDiff, UpdateDiff } from '../diff/sheet-diff.ts';

/** Everything that differs between the file and its earlier self. */
export const updateDiff: Fact<'update', UpdateDiff> = defineFact({
  id: 'data-update/update-diff',
  reads: 'update',
  compute: (model: Update) => {
    const pairing = pairSheets(model);
    const sheets = pairing.pairs.flatMap(({ before, after }) => diffSheet(before, after, model.key, model.typed));
    // Formulas may refer to any sheet: first all rows are paired, and then cells compared.
    const moves = new Moves(pairing.pairs, sheets);
    const cells = sheets.reduce((sum, { rows, frame, columns }) => sum + (rows.length + frame.length) * columns.length, 0);
    return { ...pairing, sheets, changes: sheets.flatMap((diff) => changesOf(diff, moves)), cells };
  },
});

function changesOf(diff: SheetDiff, moves: Moves): readonly CellChange[] {
  const { rows, frame, columns, keyColumns } = diff;
  // Keys are what rows were paired by; where one lost its zeros the diff says so apart.
  const compared = columns.filter(({ name }) => !keyColumns.includes(name));
  const changes: CellChange[] = [];
  for (const row of frame) for (const column of columns) meet(diff, row, column, moves, changes);
  for (const row of rows) for (const column of compared) meet(diff, row, column, moves, changes);
  return changes;
}

function meet(diff: SheetDiff, row: RowPair, column: ColumnPair, moves: Moves, changes: CellChange[]): void {
  const { before, after, typed, isElsewhere } = diff;
  // Most cells are the same text.
  const text = before.stringId(row.before, column.before);
  const isSameText = text !== 0 && text === after.stringId(row.after, column.after);
  if (isSameText && before.formulaCount + after.formulaCount === 0) return;
  if (isElsewhere?.('before', row.before, column.before) || isElsewhere?.('after', row.after, column.after)) return;
  const cells = { before, rowBefore: row.before, columnBefore: column.before, after, rowAfter: row.after, columnAfter: column.after };
  const comparison = compareCells(cells, typed, moves);
  if (comparison === 'same') return;
  const [from, to] = [shown(before, row.before, column.before), shown(after, row.after, column.after)];
  const named = diff.pairing === 'order' ? { ...column, name: headerAt(diff, row, column) } : column;
  changes.push({ diff, row, column: named, from, to, isNotShifted: comparison === 'not-shifted' });
}

/** Where several tables share a column each has its own header for it; a title above them, and a note beside, has none. */
function headerAt({ before, after }: SheetDiff, row: RowPair, column: ColumnPair): string {
  const isThere = column.after < after.columnCount;
  const [sheet, at, index] = isThere ? [after, row.after, column.after] : [before, row.before, column.before];
  const header = tableAt(sheet, at, index)?.columns.find((one) => one.index === index)?.name;
  return header || columnName(index);
}

function shown(sheet: Sheet, row: number, column: number): string {
  const formula = sheet.formula(row, column);
  return formula === undefined ? sheet.text(row, column) : `=${formula}`;
}
