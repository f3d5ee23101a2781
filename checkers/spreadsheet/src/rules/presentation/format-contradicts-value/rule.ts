import { defineRule, type Problem, type Rule } from '@preflag/core';
import type { SheetColumn, SheetTable } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';

/**
 * Looks at columns of tables: percentages above 100 % throughout under a header that says percent, and day numbers that are shown as
 * plain numbers under a header that says date.
 * Does not catch: single cells (see spreadsheet/mixed-types-in-column), and columns whose headers say nothing.
 * Known false alarms: ratios that truly lie above 100 % in every row.
 */
export const formatContradictsValue: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/format-contradicts-value',
  title: 'A column shows its values in a format that they are not in',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  why: 'The client reads 4500% where 45% is meant, or 46082 where a date is meant.',
  advice: "Change the values or the format of '{{column}}' so that it shows what is meant.",
  messages: {
    percent: "'{{column}}' shows {{value}} as {{shown}}%, and so {{count}} cells: the values seem to be percent already",
    serial: "'{{column}}' shows {{value}} where a date is expected, and so {{count}} cells: the numbers are days without a date format",
  },
  *check({ model, looked }) {
    for (const sheet of model.sheets)
      for (const table of tablesOf(sheet))
        for (const column of table.columns) {
          if (column.majority !== 'number' || !(PERCENT.test(column.name) || DATE.test(column.name))) continue;
          looked({ columns: 1 });
          const problem = percentProblem(table, column) ?? serialProblem(table, column);
          if (problem) yield problem;
        }
  },
});

const PERCENT = /%|\b(?:percent(?:age)?|pct|rate|share|margin|quote|anteil|prozent|pourcentage|porcentaje)\b/i;
const DATE =
  /^(?:.*[\s_])?(?:date|datum|fecha|data|day|birthday|deadline)(?:[\s_](?:of\b.*|from|to|due|paid|sent|ordered|shipped|created|updated))?$/i;
const FEWEST = 3;
const LONGEST = 1000;

/** Every number is above 1, at most 100, and shown as percent. */
function percentProblem(table: SheetTable, column: SheetColumn): Problem | undefined {
  const { sheet } = table;
  if (!PERCENT.test(column.name)) return undefined;
  const rows = numberRows(table, column);
  const shown = rows.filter((row) => /^[^;]*%/.test(sheet.format(row, column.index)));
  if (shown.length < FEWEST || shown.length < rows.length) return undefined;
  const values = shown.map((row) => Math.abs(sheet.number(row, column.index)));
  if (values.some((value) => value > 100) || values.some((value) => value > 0 && value <= 1.5)) return undefined;
  const value = values.find((one) => one > 0);
  return value === undefined ? undefined : problemOf(table, column, 'percent', { value, shown: value * 100, count: shown.length });
}

/** Whole numbers from 2000-01-01 to 2049-12-31 as days, and none of them a date. */
function serialProblem(table: SheetTable, column: SheetColumn): Problem | undefined {
  const { sheet } = table;
  if (!DATE.test(column.name)) return undefined;
  const rows = numberRows(table, column);
  const days = rows.filter((row) => {
    const value = sheet.number(row, column.index);
    return Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY && !sheet.isDate(row, column.index);
  });
  if (days.length < FEWEST || days.length < rows.length) return undefined;
  const value = sheet.number(days[0]!, column.index);
  return problemOf(table, column, 'serial', { value: String(value), count: days.length });
}

const FIRST_DAY = 36_526;
const LAST_DAY = 54_788;

function numberRows({ sheet, firstRow, lastRow, totalRows }: SheetTable, { index }: SheetColumn): readonly number[] {
  const rows: number[] = [];
  for (let row = firstRow; row <= Math.min(lastRow, firstRow + LONGEST); row += 1)
    if (sheet.kind(row, index) === 'number' && !totalRows.includes(row)) rows.push(row);
  return rows;
}

function problemOf(
  { sheet }: SheetTable,
  { name }: SheetColumn,
  messageId: string,
  data: Readonly<Record<string, string | number>>,
): Problem {
  return { messageId, data: { column: name, ...data }, at: { kind: 'column', sheet: sheet.name, name } };
}
