import type { SheetTable } from '@preflag/readers';

/**
 * Tells of the data rows of a column whether a merged cell that is filled covers them: their own cells are blank, and the reader sees the
 * value all the same. Looks once at each merged range and each row, however the ranges overlap.
 */
export function mergedRows({ sheet, firstRow, lastRow }: SheetTable, column: number): (row: number) => boolean {
  const merges = sheet.merges.filter(
    ({ top, left, right, bottom }) => left <= column && right >= column && bottom >= firstRow && top <= lastRow,
  );
  const filled = merges.filter(({ top, left }) => sheet.kind(top, left) !== 'blank' || sheet.formulaId(top, left) !== 0);
  if (filled.length === 0) return () => false;
  const covering = new Int32Array(lastRow - firstRow + 2);
  for (const { top, bottom } of filled) {
    covering[Math.max(top, firstRow) - firstRow]! += 1;
    covering[Math.min(bottom, lastRow) - firstRow + 1]! -= 1;
  }
  for (let at = 1; at < covering.length; at += 1) covering[at]! += covering[at - 1]!;
  return (row) => (covering[row - firstRow] ?? 0) > 0;
}
