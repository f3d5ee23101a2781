import { defineFact, type Fact } from '@preflag/core';
import type { Sheet, Update } from '@preflag/readers';
import { diffSheet } from '../diff/diff-sheet.ts';
import { isSameCell } from '../diff/same-cell.ts';
import type { CellChange, SheetDiff, UpdateDiff } from '../diff/sheet-diff.ts';

/** Everything that differs between the file and its earlier self. */
export const updateDiff: Fact<'update', UpdateDiff> = defineFact({
  id: 'data-update/update-diff',
  reads: 'update',
  compute: (model) => {
    const pairs = pairSheets(model);
    const sheets = pairs.map(([before, after]) => diffSheet(before, after, model.key, model.typed));
    const paired = new Set(pairs.flat());
    let cells = 0;
    const changes = sheets.flatMap((diff) => {
      cells += diff.rows.length * diff.columns.length;
      return changesOf(diff);
    });
    const names = (all: readonly Sheet[]): readonly string[] => all.filter((sheet) => !paired.has(sheet)).map(({ name }) => name);
    return { sheets, sheetsLost: names(model.before), sheetsAdded: names(model.after), changes, cells };
  },
});

/** By name, without regard to case; one sheet with one sheet whatever they are called (a csv is named like its file). */
function pairSheets({ before, after }: Update): readonly (readonly [Sheet, Sheet])[] {
  const [first] = before;
  const [second] = after;
  if (first && second && before.length === 1 && after.length === 1) return [[first, second]];
  return before.flatMap((sheet) => {
    const partner = after.find(({ name }) => name.toLowerCase() === sheet.name.toLowerCase());
    return partner ? [[sheet, partner] as const] : [];
  });
}

function changesOf(diff: SheetDiff): readonly CellChange[] {
  const { before, after, rows, columns, keyColumns, lost, added, typed } = diff;
  // Keys are what rows were paired by; where one lost its zeros the diff says so apart.
  const compared = columns.filter(({ name }) => !keyColumns.includes(name));
  const hasMoved = lost.length + added.length > 0 || rows.some((row) => row.before !== row.after);
  const changes: CellChange[] = [];
  for (const row of rows) {
    for (const column of compared) {
      if (isSameCell(before, row.before, column.before, after, row.after, column.after, { hasMoved, typed })) continue;
      changes.push({ diff, row, column, from: shown(before, row.before, column.before), to: shown(after, row.after, column.after) });
    }
  }
  return changes;
}

function shown(sheet: Sheet, row: number, column: number): string {
  const formula = sheet.formula(row, column);
  return formula === undefined ? sheet.text(row, column) : `=${formula}`;
}
