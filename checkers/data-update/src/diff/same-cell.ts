import type { Sheet } from '@preflag/readers';

/**
 * True when two cells hold the same thing. Numbers are the same within the last digit that a writer may round
 * (a relative 1e-12); line ends do not count. Where both hold formulas the formulas are compared, and not their results:
 * a result that follows its inputs is no change.
 */
export function isSameCell(
  before: Sheet,
  rowBefore: number,
  columnBefore: number,
  after: Sheet,
  rowAfter: number,
  columnAfter: number,
  { hasMoved, typed }: { readonly hasMoved: boolean; readonly typed: boolean },
): boolean {
  if (before.formulaId(rowBefore, columnBefore) === 0 && after.formulaId(rowAfter, columnAfter) === 0) {
    return isSameValue(before, rowBefore, columnBefore, after, rowAfter, columnAfter, typed);
  }
  const formula = before.relativeFormula(rowBefore, columnBefore);
  const newFormula = after.relativeFormula(rowAfter, columnAfter);
  if (formula !== undefined && newFormula !== undefined) {
    if (
      sameFormula(formula, newFormula) ||
      sameFormula(before.formula(rowBefore, columnBefore) ?? '', after.formula(rowAfter, columnAfter) ?? '')
    )
      return true;
    // Rows came or went: references that only stretch or shift with them follow the data.
    return (
      hasMoved && withoutRows(before.formula(rowBefore, columnBefore) ?? '') === withoutRows(after.formula(rowAfter, columnAfter) ?? '')
    );
  }
  // A constant that became a formula is judged by its result; a formula that became a constant is a change.
  if (formula !== undefined) return false;
  return isSameValue(before, rowBefore, columnBefore, after, rowAfter, columnAfter, typed);
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

function sameFormula(a: string, b: string): boolean {
  return a === b || bare(a) === bare(b);
}

/** Without what writers add or drop: white space, the prefixes of newer functions, the case of names. */
function bare(formula: string): string {
  return formula.replace(/_xlfn\.|_xlws\.|\s+/g, '').toUpperCase();
}

/** A formula whose references have no row numbers. */
export function withoutRows(formula: string): string {
  return bare(formula).replace(/(\$?[A-Z]{1,3}\$?)\d+/g, '$1#');
}

/** Line ends do not count. */
function isSameText(a: string, b: string): boolean {
  return a === b || a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');
}
