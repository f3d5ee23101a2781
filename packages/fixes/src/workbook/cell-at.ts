import type { TypedCell } from '@preflag/core';
import type { CellValue, Sheet } from '@preflag/readers';

/** What was typed into a cell, or with `result` the value that the file holds for its formula. Row and column are 0-based. */
export function cellAt(sheet: Sheet, row: number, column: number, of?: 'result'): TypedCell {
  const formula = of === 'result' ? undefined : sheet.formula(row, column);
  return formula === undefined ? typed(sheet.value(row, column)) : { kind: 'formula', formula };
}

function typed(value: CellValue): TypedCell {
  if (value === undefined) return { kind: 'blank' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'string') return { kind: 'text', text: value };
  return typeof value === 'boolean' ? { kind: 'boolean', isTrue: value } : { kind: 'error', error: value.error };
}
