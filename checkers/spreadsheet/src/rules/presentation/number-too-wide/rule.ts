import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { wideNumbers } from '../../../facts/wide-numbers.ts';

/**
 * Compares about how wide a number is in its format with the column's width, in digits; one finding per column.
 * Does not catch: dates, scientific formats, and what is wider only by its font.
 * Known false alarms: fonts that are much narrower than the default one, and cells that shrink to fit.
 */
export const numberTooWide: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/number-too-wide',
  title: 'A column is too narrow for its numbers',
  severity: 'minor',
  certainty: 'likely',
  reads: 'workbook',
  facts: [wideNumbers],
  why: 'The client sees ##### and no number.',
  advice: 'Make the column at least {{needed}} characters wide.',
  messages: {
    wide: 'About {{needed}} characters are needed to show {{found}} in {{cell}}, and the column is {{width}} wide; {{count}} cells show #####',
  },
  *check({ facts, looked }) {
    const { columns, cells } = facts(wideNumbers);
    if (cells > 0) looked({ cells });
    for (const { sheet, row, column, needed, width, count } of columns) {
      const cell = cellAddress(row, column);
      yield {
        messageId: 'wide',
        data: { needed: Math.ceil(needed + 1), found: sheet.text(row, column), cell, width: Math.round(width * 10) / 10, count },
        at: { kind: 'cell', sheet: sheet.name, range: cell },
        group: sheet.name,
      };
    }
  },
});
