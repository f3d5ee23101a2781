import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor } from '@preflag/readers';

/** A cell whose cached value is an error. Row and column are 0-based. */
export interface ErrorCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** `#REF!`, `#N/A` ... */
  readonly error: string;
  readonly formula: string | undefined;
  /** Equal for formulas that are equal in R1C1 terms; empty without a formula. */
  readonly formulaClass: string;
}

/** Every cell that holds an error value, and how many cells there are. */
export const errorCells: Fact<'workbook', readonly ErrorCell[]> = defineFact({
  id: 'spreadsheet/error-cells',
  reads: 'workbook',
  item: 'cell',
  only: ['error'],
  start: () => {
    const found: ErrorCell[] = [];
    return {
      visit: ({ sheet, row, column }: CellCursor) =>
        void found.push({
          sheet: sheet.name,
          row,
          column,
          error: sheet.text(row, column),
          formula: sheet.formula(row, column),
          formulaClass: sheet.relativeFormula(row, column) ?? '',
        }),
      end: () => found,
    };
  },
});
