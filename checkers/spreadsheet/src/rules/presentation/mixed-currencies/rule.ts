import { cellAddress, defineRule, type Rule } from '@preflag/core';
import type { SheetColumn, SheetTable } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';
import { currencyOf } from '../../../format-currency.ts';

/**
 * Looks at columns of tables whose numbers are shown in one currency but for a few cells in another.
 * Does not catch: amounts without a currency among others, and currencies that only a text beside the number names.
 * Known false alarms: lists of payments in several currencies; where a column beside names the currency the rule does not look.
 */
export const mixedCurrencies: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/mixed-currencies',
  title: 'A column shows amounts in several currencies',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  why: 'Either the amount is shown in a currency that it is not in, or the column cannot be added up.',
  advice: "Show {{cell}} in {{usual}} as the others of '{{column}}', or convert the amount.",
  messages: { other: "{{cell}} in '{{column}}' is shown in {{currency}}, and {{count}} other cells of the column in {{usual}}" },
  *check({ model, looked }) {
    const currencies = new Set(model.numberFormats.map(currencyOf).filter((currency) => currency !== undefined));
    if (currencies.size === 0) return;
    for (const sheet of model.sheets)
      for (const table of tablesOf(sheet)) {
        if (table.columns.some(({ name }) => /\bcurrenc|währung|devise|moneda|\bccy\b/i.test(name))) continue;
        for (const column of table.columns) {
          if (column.majority !== 'number') continue;
          const found = currenciesIn(table, column, currencies.size > 1 ? MOST_ROWS : FEWEST);
          const [usual, ...others] = [...found].toSorted(([, a], [, b]) => b.length - a.length);
          if (!usual) continue;
          looked({ columns: 1 });
          const strange = others.reduce((sum, [, rows]) => sum + rows.length, 0);
          if (usual[1].length < FEWEST || strange > usual[1].length * 0.1) continue;
          for (const [currency, rows] of others)
            for (const row of rows) {
              const cell = cellAddress(row, column.index);
              yield {
                messageId: 'other',
                data: { cell, column: column.name, currency, count: usual[1].length, usual: usual[0] },
                at: { kind: 'cell', sheet: sheet.name, range: cell },
                group: `${sheet.name} ${column.name}`,
              };
            }
        }
      }
  },
});

const FEWEST = 5;
const MOST_ROWS = 200_000;

/** The rows of a column's numbers by the currency that they are shown in. */
function currenciesIn({ sheet, firstRow, lastRow }: SheetTable, { index }: SheetColumn, mostRows: number): ReadonlyMap<string, number[]> {
  const known = new Map<string, string | undefined>();
  const rows = new Map<string, number[]>();
  for (let row = firstRow; row <= Math.min(lastRow, firstRow + mostRows); row += 1) {
    if (sheet.kind(row, index) !== 'number') continue;
    const format = sheet.format(row, index);
    if (!known.has(format)) known.set(format, currencyOf(format));
    const currency = known.get(format);
    if (currency === undefined) continue;
    const list = rows.get(currency);
    if (list) list.push(row);
    else rows.set(currency, [row]);
  }
  return rows;
}
