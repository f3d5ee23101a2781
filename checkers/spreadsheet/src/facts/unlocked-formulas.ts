import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';

/** The formulas of a protected sheet that anybody may type over. */
export interface UnlockedFormulas {
  readonly sheet: Sheet;
  /** The first of them, 0-based. */
  readonly row: number;
  readonly column: number;
  readonly count: number;
}

/** Protected sheets with formulas in cells that are not locked. A calculation that was typed in for a number, such as `=215*12`, is input. */
export const unlockedFormulas: Fact<'workbook', readonly UnlockedFormulas[]> = defineFact({
  id: 'spreadsheet/unlocked-formulas',
  reads: 'workbook',
  item: 'cell',
  start: () => {
    const isInput = new Map<number, boolean>();
    const found = new Map<Sheet, { sheet: Sheet; row: number; column: number; count: number }>();
    return {
      visit({ sheet, row, column, formulaId }: CellCursor) {
        if (formulaId === 0 || !sheet.parts.isProtected || sheet.style(row, column).locked) return;
        let input = isInput.get(formulaId);
        if (input === undefined) isInput.set(formulaId, (input = !/[A-Z]/i.test(sheet.formula(row, column) ?? '')));
        if (input) return;
        const known = found.get(sheet);
        if (known) known.count += 1;
        else found.set(sheet, { sheet, row, column, count: 1 });
      },
      end: () => [...found.values()],
    };
  },
});
