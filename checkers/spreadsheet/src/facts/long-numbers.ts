import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';

/** A typed whole number of more than 15 digits. */
export interface LongNumber {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly number: number;
}

/** Typed whole numbers of more than 15 digits, which is what spreadsheets keep; no more than 100,000. */
export const longNumbers: Fact<'workbook', readonly LongNumber[]> = defineFact({
  id: 'spreadsheet/long-numbers',
  reads: 'workbook',
  item: 'cell',
  only: ['number'],
  start: () => {
    const found: LongNumber[] = [];
    return {
      visit({ sheet, row, column, number, formulaId }: CellCursor) {
        if (number >= 1e15 && number < 1e22 && formulaId === 0 && found.length < MOST) found.push({ sheet, row, column, number });
      },
      end: () => found,
    };
  },
});

const MOST = 100_000;
