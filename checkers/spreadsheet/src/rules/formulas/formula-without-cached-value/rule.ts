import { cellAddress, defineRule, type Rule } from '@preflag/core';
import type { Sheet, Workbook } from '@preflag/readers';
import { formulaCells } from '../../../facts/formula-cells.ts';
import { recalculation, type Recalculation } from '../../../facts/recalculation.ts';
import { resultFix } from '../../../recalculate/result-fix.ts';
import { valueText } from '../../../recalculate/value-text.ts';

/**
 * A program that writes formulas and never calculates leaves them without results. Where the first one can be calculated, the message says its value.
 * Does not catch: results that are there and out of date.
 * Known false alarms: none in what it says, which the bytes show. Desktop programs calculate on opening where the file may be edited, and then show values.
 */
export const formulaWithoutCachedValue: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/formula-without-cached-value',
  title: 'Formulas were never calculated',
  severity: 'important',
  certainty: 'certain',
  reads: 'workbook',
  facts: [formulaCells, recalculation],
  why: 'Previews, phones, protected view and programs that read the file show blank cells, and nobody has seen whether the formulas work.',
  advice: 'Calculate the workbook before it is delivered: open and save it in a spreadsheet program, or let one do so without a screen.',
  messages: {
    one: "A formula of the sheet '{{sheet}}' holds no value: the file was written without calculating it{{value}}",
    some: "{{count}} of the {{formulas}} formulas on the sheet '{{sheet}}' hold no value: the file was written without calculating them{{value}}",
  },
  *check({ model, facts, looked }) {
    for (const sheet of model.sheets) looked({ formulas: sheet.formulaCount });
    for (const { sheet, row, column, count } of facts(formulaCells).uncached) {
      const value = facts(recalculation).valueAt(model.sheets.indexOf(sheet), row, column);
      const expected = value === undefined || typeof value === 'object' ? undefined : valueText(value, sheet, row, column);
      yield {
        messageId: count === 1 ? 'one' : 'some',
        data: {
          sheet: sheet.name,
          count,
          formulas: sheet.formulaCount,
          value: expected === undefined ? '' : `; ${cellAddress(row, column)} should hold ${expected}`,
          ...(expected !== undefined && { expected }),
        },
        at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) },
        key: sheet.name,
        ...resultFix(model, facts(recalculation), uncachedOf(model, facts(recalculation), sheet)),
      };
    }
  },
});

/** The formulas of a sheet that hold no value, as nodes of the graph of formulas. */
function* uncachedOf({ sheets }: Workbook, { result }: Recalculation, sheet: Sheet): Generator<number> {
  const index = sheets.indexOf(sheet);
  for (const [id, node] of (result?.graph.nodes ?? []).entries())
    if (node.sheet === index && sheet.kind(node.row, node.column) === 'blank') yield id;
}
