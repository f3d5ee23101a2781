import { cellAddress, defineRule, type Rule } from '@preflag/core';
import type { SheetColumn, SheetTable } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';

/**
 * Looks at columns of shares: those whose total says 100 %, and those whose header says that they are shares of a whole.
 * Does not catch: shares in rows, shares of several wholes in one column, and sums that are off by more than a fifth.
 * Known false alarms: shares of the largest only, such as market shares, so that a column without a total is only a hint.
 */
export const sharesNotWhole: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/shares-not-whole',
  title: 'Shares do not add up to 100 %',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  why: 'A part is missing or counted twice, and readers add shares up to see whether they may trust a table.',
  advice: "Look for the share in '{{column}}' that is missing, doubled or out of date.",
  messages: {
    total: "The total of '{{column}}' says 100%, and its {{count}} shares add up to {{sum}}",
    header: { text: "The {{count}} shares in '{{column}}' add up to {{sum}}", severity: 'minor', certainty: 'hint' },
  },
  *check({ model, looked }) {
    for (const { sheet, table, column } of columnsOf(model.sheets.flatMap(tablesOf))) {
      const shares = sharesIn(table, column);
      if (!shares) continue;
      looked({ columns: 1 });
      const { sum, whole, count, tolerance } = shares;
      const total = table.totalRows.find((row) => isNear(sheet.number(row, column.index), whole, whole * 1e-6));
      const isOff = !isNear(sum, whole, tolerance) && isNear(sum, whole, whole / 5);
      if (!isOff || (total === undefined && !SHARE.test(column.name))) continue;
      yield {
        messageId: total === undefined ? 'header' : 'total',
        data: { column: column.name || 'the column', count, sum: `${Number(((sum / whole) * 100).toFixed(3))}%` },
        at:
          total === undefined
            ? { kind: 'column', sheet: sheet.name, name: column.name }
            : { kind: 'cell', sheet: sheet.name, range: cellAddress(total, column.index) },
      };
    }
  },
});

const SHARE =
  /\b(?:share|% of total|percent(?:age)? of total|proportion|weight(?:ing)?|allocation|breakdown|anteil|gewichtung|part|quota|peso|proporci[oó]n)\b/i;
const FEWEST = 3;
const MOST_ROWS = 1_000;

function* columnsOf(
  tables: readonly SheetTable[],
): Generator<{ readonly sheet: SheetTable['sheet']; readonly table: SheetTable; readonly column: SheetColumn }> {
  for (const table of tables)
    for (const column of table.columns) if (column.majority === 'number') yield { sheet: table.sheet, table, column };
}

/** What shares add up to, and what they should; `undefined` for numbers that are no shares. */
function sharesIn(
  { sheet, firstRow, lastRow, totalRows }: SheetTable,
  { index, name }: SheetColumn,
): { readonly sum: number; readonly whole: number; readonly count: number; readonly tolerance: number } | undefined {
  // Totals between the rows mean several wholes.
  if (lastRow - firstRow > MOST_ROWS || totalRows.some((row) => row < lastRow)) return undefined;
  const values: number[] = [];
  let percents = 0;
  for (let row = firstRow; row <= lastRow; row += 1) {
    if (sheet.kind(row, index) !== 'number') continue;
    values.push(sheet.number(row, index));
    if (sheet.format(row, index).includes('%')) percents += 1;
  }
  const isPercent = percents === values.length;
  if (values.length < FEWEST || values.some((value) => value < 0) || (!isPercent && !(SHARE.test(name) || name.includes('%'))))
    return undefined;
  const sum = values.reduce((all, value) => all + value, 0);
  const whole = isPercent || sum < 2 ? 1 : 100;
  // Each share may have been rounded by half of its last digit.
  const unit = 10 ** -Math.min(MOST_DECIMALS, Math.max(...values.map(decimalsOf)));
  return { sum, whole, count: values.length, tolerance: Math.max(whole * 1e-6, (unit * values.length) / 2 + 1e-9) };
}

const MOST_DECIMALS = 8;

function decimalsOf(value: number): number {
  const text = String(value);
  return text.includes('e') ? MOST_DECIMALS : (text.split('.')[1]?.length ?? 0);
}

function isNear(value: number, other: number, tolerance: number): boolean {
  return Math.abs(value - other) <= tolerance;
}
