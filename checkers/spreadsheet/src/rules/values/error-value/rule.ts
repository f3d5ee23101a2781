import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { errorCells } from '../../../facts/error-cells.ts';

/**
 * Looks at cached values: what the client sees on opening the file.
 * Does not catch: formulas without a cached value, and errors that only a recalculation brings.
 * Known false alarms: none for written-out errors; `=NA()`, which charts use for gaps, is left out.
 */
export const errorValue: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/error-value',
  title: 'A cell shows an error value',
  severity: 'critical',
  certainty: 'certain',
  reads: 'workbook',
  facts: [errorCells],
  why: 'The client sees an error where a result should be, and every formula that uses the cell fails too.',
  advice: 'Mend the formula or its inputs so that the cell shows a value.',
  messages: {
    error: 'The cell shows {{found}}',
    formula: 'The formula ={{formula}} gives {{found}}',
    lookup: {
      text: 'The formula ={{formula}} finds nothing and gives {{found}}',
      severity: 'important',
      advice: 'Mend what is looked up, or say what to show when nothing is found (IFNA).',
    },
  },
  *check({ model, facts, looked }) {
    for (const sheet of model.sheets) looked({ cells: sheet.cellCount });
    for (const { sheet, row, column, error, formula, formulaClass } of facts(errorCells)) {
      if (formula !== undefined && /^\s*NA\(\)\s*$/i.test(formula)) continue;
      const messageId = formula === undefined ? 'error' : error === '#N/A' ? 'lookup' : 'formula';
      yield {
        messageId,
        data: { found: error, ...(formula !== undefined && { formula }) },
        at: { kind: 'cell', sheet, range: cellAddress(row, column) },
        group: `${sheet} ${error} ${formulaClass}`,
      };
    }
  },
});
