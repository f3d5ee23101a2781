import { DEFAULT_LIMITS } from '@preflag/core';
import { describe, expect, it } from 'vitest';
import { FormulaTable } from './formula-table.ts';
import { StoreBudget } from './store-budget.ts';

/** Formulas at C3, and how they read at D5 when they are shared. */
const FORMULAS: readonly (readonly [atC3: string, atD5: string])[] = [
  ['A1', 'B3'],
  ['$A$1+A$1+$A1', '$A$1+B$1+$A3'],
  ['SUM(A1:B2)', 'SUM(B3:C4)'],
  ['SUM(A:A,$B:C)', 'SUM(B:B,$B:D)'],
  ['SUM(1:1,$2:3)', 'SUM(3:3,$2:5)'],
  ["'My ''A1'' Sheet'!A1&\"A1\"", "'My ''A1'' Sheet'!B3&\"A1\""],
  ['Sheet1!A1+A1!B2', 'Sheet1!B3+A1!C4'],
  ['LOG10(A1)+ATAN2(A1,B1)', 'LOG10(B3)+ATAN2(B3,C3)'],
  ['Table1[[#This Row],[A1]]+[1]Sheet!A1', 'Table1[[#This Row],[A1]]+[1]Sheet!B3'],
  ['A1#+A1B+Ä1+R1C1+x.A1', 'B3#+A1B+Ä1+R1C1+x.A1'],
  ['XFE1+A1048577+A0+AAAA1', 'XFE1+A1048577+A0+AAAA1'],
  ['1.5+1E5+10:20', '1.5+1E5+12:22'],
  ['TRUE', 'TRUE'],
  ['"unclosed A1', '"unclosed A1'],
];

describe('FormulaTable', () => {
  it.each(FORMULAS)('%s reads as %s two rows down and one column right', (atC3, atD5) => {
    const formulas = new FormulaTable(new StoreBudget(DEFAULT_LIMITS));
    const id = intern(formulas, atC3, 2, 2);
    expect([formulas.text(id, 2, 2), formulas.text(id, 4, 3)]).toEqual([atC3, atD5]);
    expect(intern(formulas, atD5, 4, 3)).toBe(id);
  });

  it('wraps around at the ends of the sheet, as Excel does', () => {
    const formulas = new FormulaTable(new StoreBudget(DEFAULT_LIMITS));
    expect(formulas.text(intern(formulas, 'XFD1048576+A1', 2, 2), 4, 3)).toBe('A2+B3');
    expect(formulas.text(intern(formulas, 'A1', 2, 2), 0, 0)).toBe('XFC1048575');
  });
});

function intern(formulas: FormulaTable, text: string, row: number, column: number): number {
  const bytes = Buffer.from(text);
  return formulas.intern(bytes, 0, bytes.length, row, column);
}
