import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor } from '@preflag/readers';
import type { CellAt } from '../recalculate/calculator.ts';

/** More formulas are not recalculated. Of the simple forms 100,000 take some two seconds (bench/recalculate). */
export const MOST_FORMULAS = 150_000;

/** Where formulas stand, sheet by sheet and row by row; empty where there are more than {@link MOST_FORMULAS}. */
export const formulaPlaces: Fact<'workbook', { readonly count: number; readonly cells: readonly CellAt[] }> = defineFact({
  id: 'spreadsheet/formula-places',
  reads: 'workbook',
  item: 'cell',
  only: ['formula'],
  start: ({ sheets }) => {
    const indexes = new Map(sheets.map((sheet, index) => [sheet, index]));
    const count = sheets.reduce((sum, { formulaCount }) => sum + formulaCount, 0);
    const cells: CellAt[] = [];
    return {
      visit({ sheet, row, column }: CellCursor) {
        if (count <= MOST_FORMULAS) cells.push({ sheet: indexes.get(sheet) ?? 0, row, column });
      },
      end: () => ({ count, cells }),
    };
  },
});
