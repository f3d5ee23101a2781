import { cellAddress, defineRule, type Rule } from '@preflag/core';
import type { Sheet, WorkbookTable } from '@preflag/readers';

/**
 * Looks at tables of the file whose columns say which formula they compute, and at the cells that compute something else than most do.
 * Does not catch: columns of which most cells are exceptions, and blank cells.
 * Known false alarms: single values that were typed over a formula on purpose.
 */
export const calculatedColumnException: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/calculated-column-exception',
  title: 'A cell of a calculated column is not calculated like the others',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  why: 'The table promises one formula for the whole column, so that nobody looks at single cells, and this one does not follow its inputs.',
  advice: "Fill the formula of '{{column}}' into {{cell}} too, or say beside the table why it differs.",
  messages: {
    typed: "{{cell}} holds the value {{found}} and not the formula of the column '{{column}}' of {{table}}, ={{formula}}",
    other: "The formula ={{own}} in {{cell}} is not the one of the column '{{column}}' of {{table}}, ={{formula}}",
  },
  *check({ model, looked }) {
    for (const sheet of model.sheets)
      for (const table of sheet.parts.tables)
        for (const [index, { name: column, formula }] of table.columns.entries()) {
          if (formula === undefined) continue;
          const at = table.range.left + index;
          const rows = dataRows(table, sheet);
          const own = majorityFormula(sheet, at, rows);
          if (own === undefined) continue;
          looked({ cells: rows.length });
          for (const row of rows) {
            const id = sheet.formulaId(row, at);
            if (id === own || (id === 0 && sheet.kind(row, at) === 'blank')) continue;
            const cell = cellAddress(row, at);
            yield {
              messageId: id === 0 ? 'typed' : 'other',
              data: {
                cell,
                column,
                table: table.name,
                formula,
                ...(id === 0 ? { found: sheet.text(row, at) } : { own: sheet.formula(row, at) ?? '' }),
              },
              at: { kind: 'cell', sheet: sheet.name, range: cell },
              group: `${table.name} ${column}`,
            };
          }
        }
  },
});

function dataRows({ range: { top, bottom }, headerRows, totalsRows }: WorkbookTable, sheet: Sheet): readonly number[] {
  const [first, last] = [top + headerRows, Math.min(bottom - totalsRows, sheet.rowCount - 1)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

const FEWEST = 3;
const SHARE = 0.6;

/** The formula, in R1C1 terms, that most of the cells have. */
function majorityFormula(sheet: Sheet, column: number, rows: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  let filled = 0;
  for (const row of rows) {
    const id = sheet.formulaId(row, column);
    if (id === 0 && sheet.kind(row, column) === 'blank') continue;
    filled += 1;
    if (id !== 0) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count >= FEWEST && count >= filled * SHARE)?.[0];
}
