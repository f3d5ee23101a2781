import { cellAddress, defineRule, rangeAddress, type CellRange, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { totalWord } from '@preflag/readers/sheets';
import { sumRangeAt, sumRanges, type SumRun } from '../../../facts/sum-ranges.ts';
import { totalRows } from '../../../facts/total-rows.ts';
import { tableOfCell } from '../../../table-lookup.ts';

/**
 * Looks at aggregates over one range in their own row or column: numbers between the range and the formula, and numbers of the same
 * table above the range.
 * Does not catch: ranges on other sheets, several ranges in one formula, and rows that are left out in the middle.
 * Known false alarms: lines that are left out on purpose ("of which", memo lines). Years, totals and other formulas than those in the range are no neighbours.
 */
export const rangeOmitsNeighbours: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/range-omits-neighbours',
  title: 'A sum stops before the end of its numbers',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  facts: [sumRanges, totalRows],
  why: 'Rows were added and the formula was not extended, so that the result leaves them out.',
  advice: 'Let the formula in {{cell}} run over {{omitted}} too, if it belongs to what is added up.',
  messages: {
    omitted: 'The formula {{name}}({{range}}) in {{cell}} leaves out {{omitted}}, which stands between its range and the formula',
    zeros: {
      text: 'The formula {{name}}({{range}}) in {{cell}} leaves out {{omitted}}, which stands between its range and the formula and holds nothing but zeros so far',
      certainty: 'hint',
      severity: 'minor',
    },
    above: {
      text: 'The formula {{name}}({{range}}) in {{cell}} leaves out {{omitted}} above, which holds numbers too',
      certainty: 'hint',
      severity: 'minor',
    },
  },
  *check({ facts, looked }) {
    // Totals that do not agree with each other are told there, with both sides.
    const told = new Set(
      facts(totalRows).flatMap(({ sheet, row, left, right }) => columnsFrom(left, right).map((column) => keyOf(sheet, row, column))),
    );
    const omissions: Omission[] = [];
    for (const run of facts(sumRanges)) {
      looked({ formulas: run.bottom - run.top + 1 });
      for (let row = run.top; row <= run.bottom; row += 1) {
        const range = sumRangeAt(run, row);
        const omitted = told.has(keyOf(run.sheet, row, run.column)) ? undefined : omittedBeside(run.sheet, row, run.column, range);
        if (omitted) omissions.push({ run, row, right: run.column, range, omitted });
      }
    }
    for (const { run, row, right, range, omitted } of joined(omissions)) {
      const cell = cellAddress(row, run.column);
      yield {
        messageId: messageOf(run.sheet, range, omitted),
        data: { name: run.name, range: rangeAddress(range), cell, omitted: rangeAddress(omitted) },
        at: { kind: 'cell', sheet: run.sheet.name, range: rangeAddress({ top: row, bottom: row, left: run.column, right }) },
        related: [{ at: { kind: 'cell', sheet: run.sheet.name, range: rangeAddress(omitted) }, label: 'the numbers that are left out' }],
        group: `${run.sheet.name} ${run.first.left === run.first.right ? row : run.column}`,
      };
    }
  },
});

interface Omission {
  readonly run: SumRun;
  readonly row: number;
  /** The last of the columns, side by side, whose totals leave out the same rows. */
  readonly right: number;
  readonly range: CellRange;
  readonly omitted: CellRange;
}

/** One for totals side by side that leave out the same rows. */
function joined(omissions: readonly Omission[]): readonly Omission[] {
  const found: Omission[] = [];
  for (const one of omissions) {
    const last = found.at(-1);
    if (last && isBeside(last, one)) found[found.length - 1] = { ...last, right: one.right };
    else found.push(one);
  }
  return found;
}

function isBeside(last: Omission, one: Omission): boolean {
  return (
    last.run.sheet === one.run.sheet &&
    last.row === one.row &&
    last.right === one.right - 1 &&
    one.range.left === one.right &&
    last.range.left === last.run.column &&
    last.omitted.top === one.omitted.top &&
    last.omitted.bottom === one.omitted.bottom
  );
}

function messageOf(sheet: Sheet, range: CellRange, omitted: CellRange): 'above' | 'zeros' | 'omitted' {
  if (omitted.top < range.top) return 'above';
  for (let row = omitted.top; row <= omitted.bottom; row += 1)
    for (const column of columnsFrom(omitted.left, omitted.right)) if (Math.abs(sheet.number(row, column)) > 0) return 'omitted';
  return 'zeros';
}

function columnsFrom(left: number, right: number): readonly number[] {
  return Array.from({ length: right - left + 1 }, (_, index) => left + index);
}

function keyOf(sheet: Sheet, row: number, column: number): string {
  return `${sheet.name} ${row} ${column}`;
}

/** The cells beside the range that are left out; a range of one cell is no list. */
function omittedBeside(sheet: Sheet, row: number, column: number, { top, left, bottom, right }: CellRange): CellRange | undefined {
  if (left === right && column === left && bottom - top > 0) {
    if (row > bottom + 1)
      return stretch(
        bottom + 1,
        row - 1,
        (at) => isNeighbour(sheet, at, left, bottom),
        (at) => sheet.kind(at, left) === 'blank',
        (from, to) => ({ top: from, bottom: to, left, right }),
      );
    const first = row === bottom + 1 ? (tableOfCell(sheet, top, left)?.firstRow ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    if (top > first && isNeighbour(sheet, top - 1, left, top))
      return { top: firstLike(sheet, top - 1, left, first), bottom: top - 1, left, right };
  }
  if (top === bottom && row === top && right - left > 0 && column > right + 1)
    return stretch(
      right + 1,
      column - 1,
      (at) => isAlikeInRow(sheet, row, at, right),
      (at) => sheet.kind(row, at) === 'blank',
      (from, to) => ({ top, bottom, left: from, right: to }),
    );
  return undefined;
}

/** The cells from `first` on that adjoin, when there is nothing but blanks between them and the formula: else another formula may count them. */
function stretch(
  first: number,
  last: number,
  isLike: (at: number) => boolean,
  isBlank: (at: number) => boolean,
  rangeOf: (from: number, to: number) => CellRange,
): CellRange | undefined {
  let end = first;
  while (end <= last && end - first <= MOST_OMITTED && isLike(end)) end += 1;
  if (end === first || end - first > MOST_OMITTED) return undefined;
  for (let at = end; at <= last; at += 1) if (at - end > MOST_OMITTED || !isBlank(at)) return undefined;
  return rangeOf(first, end - 1);
}

const MOST_OMITTED = 20;

function firstLike(sheet: Sheet, from: number, column: number, first: number): number {
  let row = from;
  while (row > first && isNeighbour(sheet, row - 1, column, from)) row -= 1;
  return row;
}

/** A number like the one at the edge of the range: both typed, or both by the same formula; no year and no total. */
function isNeighbour(sheet: Sheet, row: number, column: number, edge: number): boolean {
  return isAlike(sheet, row, column, edge, column) && !isTotalRow(sheet, row, column);
}

function isAlikeInRow(sheet: Sheet, row: number, column: number, edge: number): boolean {
  return isAlike(sheet, row, column, row, edge) && sheet.format(row, column) === sheet.format(row, edge);
}

function isAlike(sheet: Sheet, row: number, column: number, edgeRow: number, edgeColumn: number): boolean {
  return (
    sheet.kind(row, column) === 'number' &&
    sheet.kind(edgeRow, edgeColumn) === 'number' &&
    sheet.formulaId(row, column) === sheet.formulaId(edgeRow, edgeColumn) &&
    sheet.isDate(row, column) === sheet.isDate(edgeRow, edgeColumn) &&
    !isYear(sheet.number(row, column))
  );
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}

/** A total by the words to the left of the cell. */
function isTotalRow(sheet: Sheet, row: number, column: number): boolean {
  for (let left = column - 1; left >= Math.max(0, column - 8); left -= 1)
    if (sheet.kind(row, left) === 'string' && totalWord(sheet.text(row, left)) !== 'no') return true;
  return false;
}
