import { cellAddress, type Limits } from '@preflag/core';
import { readTable, sheetOfTable, type FileSource, type Sheet } from '@preflag/readers';
import type { PlannedEdit } from '../plan-fixes.ts';

/** The first cell of a csv that differs from the original with the edits; `undefined` where none does. */
export async function proveTable(
  original: FileSource,
  copy: FileSource,
  edits: readonly PlannedEdit[],
  limits: Limits,
): Promise<string | undefined> {
  const [before, after] = await Promise.all([held(original, limits), held(copy, limits)]);
  if (typeof before === 'string') return before;
  if (typeof after === 'string') return after;
  const wanted = new Map(edits.map(({ location, to }) => [location.kind === 'cell' ? location.range : '', to]));
  const [rows, columns] = [Math.max(before.rowCount, after.rowCount), Math.max(before.columnCount, after.columnCount)];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const expected = wanted.get(cellAddress(row, column)) ?? before.text(row, column);
      const found = after.text(row, column);
      if (found !== expected) return `${cellAddress(row, column)} reads back as '${found}' and should be '${expected}'.`;
    }
  return undefined;
}

async function held(source: FileSource, limits: Limits): Promise<Sheet | string> {
  const read = await readTable(source, { limits });
  return read.ok ? sheetOfTable(read.model, limits) : read.failure.text;
}
