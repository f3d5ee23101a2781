import { cellAddress, defineRule, rangeAddress, type CellRange, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { sumRangeAt, sumRanges, type SumRun } from '../../../facts/sum-ranges.ts';

/**
 * Looks at sums over a column whose range holds another sum together with everything that this one adds up, and checks by the values
 * that the total is the sum of both.
 * Does not catch: totals over several ranges, along rows, on other sheets, and subtotals that are typed.
 * Known false alarms: none known; SUBTOTAL leaves out its like and is none of these sums.
 */
export const doubleCountInTotal: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/double-count-in-total',
  title: 'A total adds up a subtotal and its parts',
  severity: 'critical',
  certainty: 'likely',
  reads: 'workbook',
  facts: [sumRanges],
  why: 'The parts are counted twice, and the total is too high by the subtotal.',
  advice: 'Let {{cell}} add up the subtotals only, or the parts only.',
  messages: {
    twice: 'The total SUM({{range}}) in {{cell}} counts {{parts}} twice: they are in it, and so is their sum in {{subtotal}}',
  },
  *check({ facts, looked }) {
    const sums = facts(sumRanges).flatMap((run) => (run.name === 'SUM' ? sumsOf(run) : []));
    const byColumn = Map.groupBy(sums, ({ sheet, column }) => `${sheet.name} ${column}`);
    for (const total of sums) {
      const { sheet, column, range } = total;
      looked({ formulas: 1 });
      if (range.left !== column || range.right !== column) continue;
      const inside = (byColumn.get(`${sheet.name} ${column}`) ?? []).find((other) => isCountedTwice(total, other));
      if (!inside || !isSumOfAll(total)) continue;
      const [cell, subtotal] = [cellAddress(total.row, column), cellAddress(inside.row, column)];
      yield {
        messageId: 'twice',
        data: { range: rangeAddress(range), cell, parts: rangeAddress(inside.range), subtotal },
        at: { kind: 'cell', sheet: sheet.name, range: cell },
        related: [{ at: { kind: 'cell', sheet: sheet.name, range: subtotal }, label: 'the subtotal' }],
      };
    }
  },
});

interface Sum {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly range: CellRange;
}

function sumsOf(run: SumRun): readonly Sum[] {
  // A long run of sums is a column of row sums or a running total, and no list with subtotals.
  if (run.bottom - run.top > 2) return [];
  return Array.from({ length: run.bottom - run.top + 1 }, (_, index) => ({
    sheet: run.sheet,
    row: run.top + index,
    column: run.column,
    range: sumRangeAt(run, run.top + index),
  }));
}

/** The other sum and all of its cells, of which one at least is not zero, are in the total's range. */
function isCountedTwice({ row, range }: Sum, other: Sum): boolean {
  const { top, bottom, left, right } = other.range;
  return (
    other.row !== row &&
    other.row >= range.top &&
    other.row <= range.bottom &&
    left === range.left &&
    right === range.left &&
    bottom > top &&
    top >= range.top &&
    bottom <= range.bottom &&
    (other.row < top || other.row > bottom) &&
    Math.abs(other.sheet.number(other.row, other.column)) > 0
  );
}

/** The cached total is the sum of every number in its range. */
function isSumOfAll({ sheet, row, column, range }: Sum): boolean {
  let sum = 0;
  for (let at = range.top; at <= Math.min(range.bottom, sheet.rowCount - 1); at += 1)
    if (sheet.kind(at, column) === 'number') sum += sheet.number(at, column);
  const total = sheet.number(row, column);
  return Math.abs(total - sum) <= Math.max(Math.abs(sum), 1) * 1e-9;
}
