import { defineRule, type Rule } from '@preflag/core';
import type { SheetColumn, SheetTable } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';

/**
 * Looks at columns of dates of which some lie four years and a day beside all others, the distance between the two date systems of
 * spreadsheets; and at workbooks that count from 1904.
 * Does not catch: columns whose dates spread over years, fewer than three dates, and files in which all dates moved.
 * Known false alarms: old entries in a list that happen to lie so; a workbook that counts from 1904 is only a hint.
 */
export const mixedDateSystems: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/mixed-date-systems',
  title: 'Dates of two date systems are mixed',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  why: 'Dates that were copied between workbooks of the two systems are wrong by four years and a day, and look like dates.',
  advice: 'Compare these dates with their source, and move them by 1,462 days where they are off.',
  messages: {
    shifted:
      "{{count}} dates of '{{column}}', such as {{found}}, lie 1,462 days {{side}} the other {{others}}: that is the distance between the date systems of 1900 and 1904",
    system: {
      text: 'The workbook counts its dates from 1904; copied into most other workbooks they become four years and a day earlier',
      severity: 'minor',
      certainty: 'hint',
      advice: 'Turn the 1904 date system off before any dates are typed in, or tell the client of it.',
    },
  },
  *check({ model, looked }) {
    let dates = 0;
    for (const sheet of model.sheets)
      for (const table of tablesOf(sheet))
        for (const column of table.columns) {
          if (column.majority !== 'date') continue;
          const rows = dateRows(table, column);
          dates += rows.length;
          const shifted = shiftedIn(rows);
          if (!shifted) continue;
          yield {
            messageId: 'shifted',
            data: {
              count: shifted.few.length,
              column: column.name,
              found: sheet.text(shifted.few[0]!.row, column.index),
              side: shifted.side,
              others: shifted.most.length,
            },
            at: { kind: 'column', sheet: sheet.name, name: column.name },
          };
        }
    if (dates > 0) looked({ dates });
    if (model.date1904 && dates > 0) yield { messageId: 'system', at: { kind: 'file' }, key: 'date system' };
  },
});

const DAYS_BETWEEN = 1462;
const FEWEST = 3;
/** The others must lie so close together that chance seldom puts a date among them. */
const LONGEST_SPAN = 366;
const MOST_ROWS = 10_000;

interface DateRow {
  readonly row: number;
  readonly day: number;
}

function dateRows({ sheet, firstRow, lastRow }: SheetTable, { index }: SheetColumn): readonly DateRow[] {
  const rows: DateRow[] = [];
  for (let row = firstRow; row <= Math.min(lastRow, firstRow + MOST_ROWS); row += 1)
    if (sheet.isDate(row, index)) rows.push({ row, day: sheet.number(row, index) });
  return rows;
}

/** Two groups with the widest gap between them, of which the smaller falls into the other when it is moved. */
function shiftedIn(
  rows: readonly DateRow[],
): { readonly few: readonly DateRow[]; readonly most: readonly DateRow[]; readonly side: 'before' | 'behind' } | undefined {
  if (rows.length < 3 * FEWEST) return undefined;
  const sorted = rows.toSorted((a, b) => a.day - b.day);
  let cut = 1;
  for (let at = 1; at < sorted.length; at += 1) if (gapAt(sorted, at) > gapAt(sorted, cut)) cut = at;
  const [low, high] = [sorted.slice(0, cut), sorted.slice(cut)];
  const [few, most] = low.length < high.length ? [low, high] : [high, low];
  const [first, last] = [most[0]?.day ?? 0, most.at(-1)?.day ?? 0];
  const step = few === low ? DAYS_BETWEEN : -DAYS_BETWEEN;
  if (few.length < FEWEST || most.length < 2 * few.length || last - first > LONGEST_SPAN) return undefined;
  const isInside = few.every(({ day }) => day + step >= first && day + step <= last);
  return isInside ? { few: few.toSorted((a, b) => a.row - b.row), most, side: few === low ? 'before' : 'behind' } : undefined;
}

function gapAt(sorted: readonly DateRow[], at: number): number {
  return (sorted[at]?.day ?? 0) - (sorted[at - 1]?.day ?? 0);
}
