import { columnIndex, defineFact, parseRange, LAST_ROW, type CellRange, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';

/** A formula that is one aggregate over one range of its own sheet. */
export interface RangeSum {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly range: CellRange;
  /** `SUM`, `AVERAGE` ... */
  readonly name: string;
}

/** Sums and averages over a range; formulas that are equal in R1C1 terms are parsed once, and no more than 100,000 are held. */
export const sumRanges: Fact<'workbook', readonly RangeSum[]> = defineFact({
  id: 'spreadsheet/sum-ranges',
  reads: 'workbook',
  item: 'cell',
  start: () => {
    const isSum = new Map<number, boolean>();
    const found: RangeSum[] = [];
    return {
      visit({ sheet, row, column, formulaId }: CellCursor) {
        if (formulaId === 0 || isSum.get(formulaId) === false || found.length >= MOST) return;
        const sum = parseSum(sheet.formula(row, column) ?? '');
        isSum.set(formulaId, sum !== undefined);
        if (sum) found.push({ sheet, row, column, ...sum });
      },
      end: () => found,
    };
  },
});

const MOST = 100_000;
const SUM = /^\+?(SUM|AVERAGE|MIN|MAX|COUNT|PRODUCT|MEDIAN)\((\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}:\$?[A-Z]{1,3})\)$/i;

function parseSum(formula: string): Pick<RangeSum, 'range' | 'name'> | undefined {
  const match = SUM.exec(formula.trim());
  const range = match && (parseRange(match[2] ?? '') ?? wholeColumns(match[2] ?? ''));
  return match && range ? { range, name: (match[1] ?? '').toUpperCase() } : undefined;
}

function wholeColumns(text: string): CellRange | undefined {
  const [left, right] = text.replaceAll('$', '').split(':').map(columnIndex);
  return left === undefined || right === undefined ? undefined : { top: 0, left, bottom: LAST_ROW, right };
}
