import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor } from '@preflag/readers';
import type { CellAt } from '../recalculate/calculator.ts';

/** More formulas are not recalculated: 100,000 take some four seconds (bench/recalculate). */
export const MOST_FORMULAS = 150_000;

/** Where formulas stand, sheet by sheet and row by row; empty where there are more than {@link MOST_FORMULAS}. */
export const formulaPlaces: Fact<'workbook', { readonly count: number; readonly cells: readonly CellAt[] }> = defineFact({
  id: 'spreadsheet/formula-places',
  reads: 'workbook',
  item: 'cell',
  start: (model) => {
    const sheets = new Map(model.sheets.map((sheet, index) => [sheet, index]));
    const cells: CellAt[] = [];
    let count = 0;
    return {
      visit({ sheet, row, column, formulaId }: CellCursor) {
        if (formulaId === 0) return;
        count += 1;
        if (count <= MOST_FORMULAS) cells.push({ sheet: sheets.get(sheet) ?? 0, row, column });
      },
      end: () => ({ count, cells: count <= MOST_FORMULAS ? cells : [] }),
    };
  },
});
