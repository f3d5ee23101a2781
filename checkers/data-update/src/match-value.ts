import type { CellMatch } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { sameNumber } from './diff/same-cell.ts';

/**
 * True when a cell holds a value of the job. Values compare typed: the text `00017` is not the number 17. In a csv, which has only text,
 * a number of the job compares with what the text says.
 */
export function isSameValue(sheet: Sheet, row: number, column: number, value: CellMatch[string], typed: boolean): boolean {
  const kind = sheet.kind(row, column);
  const text = sheet.text(row, column).trim();
  if (value === null) return kind === 'blank' || text === '';
  if (typeof value === 'number')
    return kind === 'number' ? sameNumber(sheet.number(row, column), value) : !typed && isPlainNumber(text, value);
  if (typeof value === 'boolean')
    return kind === 'boolean' ? sheet.number(row, column) === Number(value) : !typed && text.toLowerCase() === String(value);
  if (kind === 'string') return text === value.trim();
  return kind === 'number' && sheet.isDate(row, column) && text === value.trim();
}

/** The digits as written, so that `017` is not 17. */
function isPlainNumber(text: string, value: number): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && sameNumber(Number(text), value);
}
