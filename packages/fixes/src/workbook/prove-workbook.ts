import { cellAddress, cellText, type Limits } from '@preflag/core';
import { entryKey, openArchive, ReadError, readWorkbook, type Archive, type FileSource, type Sheet, type Workbook } from '@preflag/readers';
import { findWorkbookParts } from '@preflag/readers/parts';
import type { PlannedEdit } from '../plan-fixes.ts';
import { cellAt } from './cell-at.ts';

/**
 * What of a copy differs from the original beside the edits: every cell's value, formula and format is compared, and of all parts but
 * those of the edited sheets and the main one the checksums.
 */
export async function proveWorkbook(
  original: FileSource,
  copy: FileSource,
  edits: readonly PlannedEdit[],
  limits: Limits,
): Promise<string | undefined> {
  const [before, after] = [await readWorkbook(original, { limits }), await readWorkbook(copy, { limits })];
  if (!before.ok) return before.failure.text;
  if (!after.ok) return after.failure.text;
  const names = (workbook: Workbook): string => JSON.stringify(workbook.sheets.map(({ name, state }) => [name, state]));
  if (names(before.model) !== names(after.model)) return 'The sheets are not the same.';
  for (const [index, sheet] of before.model.sheets.entries()) {
    const own = edits.filter(({ location }) => location.kind === 'cell' && before.model.sheet(location.sheet) === sheet);
    const difference = differenceOf(sheet, after.model.sheets[index]!, own);
    if (difference !== undefined) return difference;
  }
  return changedPart(original, copy, new Set(edits.flatMap(({ location }) => (location.kind === 'cell' ? [location.sheet] : []))), limits);
}

function differenceOf(before: Sheet, after: Sheet, edits: readonly PlannedEdit[]): string | undefined {
  const wanted = new Map(edits.map((edit) => [edit.location.kind === 'cell' ? edit.location.range : '', edit]));
  const [rows, columns] = [Math.max(before.rowCount, after.rowCount), Math.max(before.columnCount, after.columnCount)];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const edit = wanted.size === 0 ? undefined : wanted.get(cellAddress(row, column));
      if (edit ? isAsAsked(before, after, row, column, edit) : isSame(before, after, row, column)) continue;
      return `${before.name}!${cellAddress(row, column)} reads back as '${after.text(row, column)}' and was '${before.text(row, column)}'.`;
    }
  return undefined;
}

function isSame(before: Sheet, after: Sheet, row: number, column: number): boolean {
  return (
    before.kind(row, column) === after.kind(row, column) &&
    (Object.is(before.number(row, column), after.number(row, column)) || before.kind(row, column) === 'string') &&
    (before.kind(row, column) !== 'string' || before.text(row, column) === after.text(row, column)) &&
    (before.formulaId(row, column) === 0
      ? after.formulaId(row, column) === 0
      : before.formula(row, column) === after.formula(row, column)) &&
    before.format(row, column) === after.format(row, column)
  );
}

/** The cell holds what the edit says, and its formula, where it had one, is the one that it had. */
function isAsAsked(before: Sheet, after: Sheet, row: number, column: number, { to, of }: PlannedEdit): boolean {
  return (
    cellText(cellAt(after, row, column, of)) === to &&
    (of === undefined || before.formula(row, column) === after.formula(row, column)) &&
    before.format(row, column) === after.format(row, column)
  );
}

async function changedPart(
  original: FileSource,
  copy: FileSource,
  sheets: ReadonlySet<string>,
  limits: Limits,
): Promise<string | undefined> {
  await using before = await open(original, limits);
  await using after = await open(copy, limits);
  const parts = await findWorkbookParts(before, limits);
  const free = new Set([parts.main, ...[...parts.sheets].flatMap(([name, part]) => (sheets.has(name) ? [part] : []))].map(entryKey));
  if (before.entries.size !== after.entries.size)
    return `The copy has ${after.entries.size} parts and the original ${before.entries.size}.`;
  for (const [key, { name, crc }] of before.entries) {
    const other = after.entries.get(key);
    if (other?.name !== name || (!free.has(key) && other.crc !== crc)) return `The part ${name} changed.`;
  }
  return undefined;
}

async function open({ path }: FileSource, limits: Limits): Promise<Archive> {
  const opened = await openArchive(path, limits);
  if (!opened.ok) throw new ReadError(opened.failure);
  return opened.archive;
}
