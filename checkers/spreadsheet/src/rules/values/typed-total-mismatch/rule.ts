import { cellAddress, defineRule, type Rule } from '@preflag/core';
import type { SheetColumn, SheetTable } from '@preflag/readers';
import { rowKey, tablesOf } from '@preflag/readers/sheets';

/**
 * Looks at the one row of totals below a table, at numbers that were typed there: each is compared with the sum of its column, and one
 * that is off is told where other totals of the row are the sums of theirs.
 * Does not catch: totals of tables with subtotals, a row of totals in which no other total is a sum, and totals that are off by more than half.
 * Known false alarms: a column whose total adds up other rows than that of its neighbours; means and what lies between the least and
 * the greatest value are left out.
 */
export const typedTotalMismatch: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/typed-total-mismatch',
  title: 'A typed total is not the sum of its column',
  severity: 'critical',
  certainty: 'likely',
  reads: 'workbook',
  why: 'A total that was typed stays as it is when a row changes, and it is the number that readers take away.',
  advice: 'Put a formula such as =SUM({{range}}) into {{cell}}, or look for the row that is missing.',
  messages: {
    off: "The total of '{{column}}' in {{cell}} was typed as {{total}}; {{range}} adds up to {{sum}}",
  },
  *check({ model, looked }) {
    for (const table of model.sheets.flatMap(tablesOf)) {
      const [row, ...more] = table.totalRows;
      if (row === undefined || more.length > 0 || row <= table.lastRow || isMean(rowKey(table, row))) continue;
      const totals = table.columns.flatMap((column) => totalOf(table, column, row) ?? []);
      looked({ totals: totals.length });
      const off = totals.filter(({ isOff }) => isOff);
      // One total that differs among several that do not is a slip; many that differ add up something else.
      if (off.length === 0 || totals.filter(({ isSum }) => isSum).length <= off.length) continue;
      for (const { column, total, sum } of off) {
        const [cell, first, last] = [row, table.firstRow, table.lastRow].map((at) => cellAddress(at, column.index));
        yield {
          messageId: 'off',
          data: { column: column.name || 'the column', cell: cell!, total, sum, range: `${first}:${last}` },
          at: { kind: 'cell', sheet: table.sheet.name, range: cell! },
          expected: String(sum),
        };
      }
    }
  },
});

const FEWEST = 3;
const MOST_ROWS = 100_000;

interface Total {
  readonly column: SheetColumn;
  readonly total: number;
  readonly sum: number;
  readonly isSum: boolean;
  readonly isOff: boolean;
}

/** What a number below a column says, and what the column adds up to; `undefined` where there is no total. */
function totalOf({ sheet, firstRow, lastRow }: SheetTable, column: SheetColumn, row: number): Total | undefined {
  const { index, majority } = column;
  if (majority !== 'number' || sheet.kind(row, index) !== 'number' || lastRow - firstRow > MOST_ROWS) return undefined;
  let [count, sum, size, decimals] = [0, 0, 0, 0];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = firstRow; at <= lastRow; at += 1) {
    const kind = sheet.kind(at, index);
    if (kind === 'blank') continue;
    if (kind !== 'number') return undefined;
    const value = sheet.number(at, index);
    [count, sum, size] = [count + 1, sum + value, size + Math.abs(value)];
    [least, most] = [Math.min(least, value), Math.max(most, value)];
    decimals = Math.max(decimals, decimalsOf(value));
  }
  const total = sheet.number(row, index);
  if (count < FEWEST || total === 0 || sum === 0) return undefined;
  // The total may have been rounded, and so may each of its parts.
  const unit = 10 ** -Math.min(decimals, decimalsOf(total));
  const isSum = Math.abs(total - sum) <= Math.max(size * 1e-9, (unit * count) / 2 + unit / 2);
  const isBetween = total >= least && total <= most;
  const isNear = Math.abs(total - sum) <= Math.abs(sum) / 2;
  const isTyped = sheet.formula(row, index) === undefined;
  return { column, total, sum: Number(sum.toPrecision(SHOWN_DIGITS)), isSum, isOff: !isSum && !isBetween && isNear && isTyped };
}

const MOST_DECIMALS = 8;
const SHOWN_DIGITS = 12;

function decimalsOf(value: number): number {
  const text = String(value);
  return text.includes('e') ? MOST_DECIMALS : Math.min(MOST_DECIMALS, text.split('.')[1]?.length ?? 0);
}

function isMean(label: string): boolean {
  return /\b(?:mean|average|avg|median|min|max|mittel|durchschnitt|moyenne|media|promedio)/i.test(label);
}
