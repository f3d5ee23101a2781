import type { Sheet } from '@preflag/readers';
import type { Moves } from './moves.ts';

/** Two cells of two sheets. */
export interface CellPair {
  readonly before: Sheet;
  readonly rowBefore: number;
  readonly columnBefore: number;
  readonly after: Sheet;
  readonly rowAfter: number;
  readonly columnAfter: number;
}

/**
 * How two cells compare. Numbers are the same within the last digit that a writer may round (a relative 1e-12); line ends do not count.
 * Where both hold formulas these are compared, and not their results: a result that follows its inputs is no change.
 */
export function compareCells(cells: CellPair, typed: boolean, moves: Moves): 'same' | 'changed' | 'not-shifted' {
  const { before, rowBefore, columnBefore, after, rowAfter, columnAfter } = cells;
  const [id, newId] = [before.formulaId(rowBefore, columnBefore), after.formulaId(rowAfter, columnAfter)];
  if (id !== 0 && newId !== 0) return moves.compareFormulas(cells);
  // A constant that became a formula is judged by its result; a formula that became a constant is a change.
  const isSame = id === 0 && isSameValue(before, rowBefore, columnBefore, after, rowAfter, columnAfter, typed);
  return isSame ? 'same' : 'changed';
}

function isSameValue(
  before: Sheet,
  rowBefore: number,
  columnBefore: number,
  after: Sheet,
  rowAfter: number,
  columnAfter: number,
  typed: boolean,
): boolean {
  const text = before.stringId(rowBefore, columnBefore);
  if (text !== 0 && text === after.stringId(rowAfter, columnAfter)) return true;
  const [kind, newKind] = [before.kind(rowBefore, columnBefore), after.kind(rowAfter, columnAfter)];
  if (!typed && kind !== 'blank' && newKind !== 'blank')
    return isSameText(before.text(rowBefore, columnBefore), after.text(rowAfter, columnAfter));
  if (kind !== newKind) return isBlank(before, rowBefore, columnBefore) && isBlank(after, rowAfter, columnAfter);
  if (kind === 'blank') return true;
  if (kind === 'number') return sameNumber(before.number(rowBefore, columnBefore), after.number(rowAfter, columnAfter));
  return isSameText(before.text(rowBefore, columnBefore), after.text(rowAfter, columnAfter));
}

function isBlank(sheet: Sheet, row: number, column: number): boolean {
  return sheet.kind(row, column) === 'blank' || (sheet.kind(row, column) === 'string' && sheet.text(row, column) === '');
}

export function sameNumber(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-12;
}

/** Without what writers add or drop: white space, the prefixes of newer functions, the case of names. */
export function bareFormula(formula: string): string {
  return formula.replace(/_xlfn\.|_xlws\.|\s+/g, '').toUpperCase();
}

/** A formula whose references have no row numbers. */
export function withoutRows(formula: string): string {
  return bareFormula(formula).replace(/(\$?[A-Z]{1,3}\$?)\d+/g, '$1#');
}

/** Line ends do not count. */
function isSameText(a: string, b: string): boolean {
  return a === b || a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');
}
