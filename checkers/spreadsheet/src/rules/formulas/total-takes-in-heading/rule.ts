import { cellAddress, defineRule, rangeAddress, type Rule } from '@preflag/core';
import { sumRanges, type SumRun } from '../../../facts/sum-ranges.ts';
import { tableOfCell } from '../../../table-lookup.ts';

/**
 * Looks at totals of columns that begin at the header of their table, where it holds a number (a year), and at those whose first row
 * holds a text and no number, though they end with the last number.
 * Does not catch: headings in the middle of a range, and a single blank row.
 * Known false alarms: totals that begin at a heading on purpose, so that rows may be put in below it: these findings are hints.
 */
export const totalTakesInHeading: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/total-takes-in-heading',
  title: 'A total begins at a heading',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  facts: [sumRanges],
  why: 'A year or another number in the heading is added to the total, now or when it is written there.',
  advice: 'Let the total in {{cell}} begin at row {{next}}, with the first number.',
  messages: {
    number: 'The total {{name}}({{range}}) in {{cell}} begins at row {{row}}, the header, and adds up the {{number}} that is written there',
    heading: {
      text: 'The total {{name}}({{range}}) in {{cell}} begins at row {{row}}, which holds the heading "{{heading}}" and no numbers',
      severity: 'minor',
      certainty: 'hint',
    },
  },
  *check({ facts, looked }) {
    for (const { top, bottom } of facts(sumRanges)) looked({ formulas: bottom - top + 1 });
    for (const run of sideBySide(facts(sumRanges).filter(isColumnTotal))) {
      const [first] = run;
      if (!first) continue;
      const number = headerNumber(first);
      const heading = number ?? headingOf(first, run);
      if (heading === undefined) continue;
      const range = { top: first.top, bottom: first.top, left: first.column, right: run.at(-1)?.column ?? first.column };
      yield {
        messageId: number === undefined ? 'heading' : 'number',
        data: {
          name: first.name,
          range: rangeAddress(first.first),
          cell: cellAddress(first.top, first.column),
          row: first.first.top + 1,
          next: first.first.top + 2,
          ...(number === undefined ? { heading } : { number }),
        },
        at: { kind: 'cell', sheet: first.sheet.name, range: rangeAddress(range) },
        group: `${first.sheet.name} ${first.top}`,
      };
    }
  },
});

/** A single total below several rows of its own column. */
function isColumnTotal({ column, top, bottom, first }: SumRun): boolean {
  return top === bottom && first.left === column && first.right === column && first.bottom < top && first.bottom > first.top;
}

/** Totals of one row and the same rows, without a column between them. */
function sideBySide(totals: readonly SumRun[]): readonly (readonly SumRun[])[] {
  const groups: SumRun[][] = [];
  for (const total of totals) {
    const last = groups.at(-1)?.at(-1);
    const isNext =
      last?.sheet === total.sheet &&
      last.top === total.top &&
      last.column === total.column - 1 &&
      last.first.top === total.first.top &&
      last.first.bottom === total.first.bottom;
    if (isNext) groups.at(-1)?.push(total);
    else groups.push([total]);
  }
  return groups;
}

/** A number in the header of a table, such as a year, at which the total begins. */
function headerNumber({ sheet, column, first }: SumRun): string | undefined {
  const table = tableOfCell(sheet, first.top, column);
  const isNumber = table?.headerRow === first.top && sheet.kind(first.top, column) === 'number' && sheet.formulaId(first.top, column) === 0;
  return isNumber && table.lastRow > first.top + 1 ? sheet.text(first.top, column) : undefined;
}

/** The text in the first row of the totals, when that row holds no number and their last row holds some. */
function headingOf({ sheet, column, top, first }: SumRun, totals: readonly SumRun[]): string | undefined {
  const right = totals.at(-1)?.column ?? column;
  if (first.bottom !== top - 1 || !totals.some((total) => sheet.kind(first.bottom, total.column) === 'number')) return undefined;
  let heading: string | undefined;
  for (let at = Math.max(0, column - NEAR); at <= right + NEAR; at += 1) {
    const kind = sheet.kind(first.top, at);
    // A line of the list, with numbers elsewhere; those before the text number the lines.
    if (sheet.formulaId(first.top, at) !== 0 || (kind === 'number' && heading !== undefined)) return undefined;
    if (kind === 'string' && at <= right) heading ??= sheet.text(first.top, at);
  }
  return heading;
}

/** Columns on both sides of the totals that are looked at. */
const NEAR = 12;
