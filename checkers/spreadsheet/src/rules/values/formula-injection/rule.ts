import { defineRule, type Rule } from '@preflag/core';
import { tableCells } from '../../../facts/table-cells.ts';
import { tableCellAt } from '../../../table-place.ts';
import { INJECTION } from '../../../text-traits.ts';

/**
 * Looks at cells of csv files that begin with =, +, -, @ or a tab and go on as a call or a reference does. Numbers with a sign, phone
 * numbers, dashes and names with @ are none.
 * Does not catch: what quotes or a leading apostrophe keep from being calculated, since these are read as they stand.
 * Known false alarms: lists of formulas, in documentation.
 */
export const formulaInjection: Rule<'table'> = defineRule({
  id: 'spreadsheet/formula-injection',
  title: 'A cell of a csv becomes a formula when it is opened',
  severity: 'important',
  certainty: 'likely',
  reads: 'table',
  facts: [tableCells],
  why: 'Spreadsheet programs run the cell as a formula: the text is lost, and a text from outside can fetch or send data.',
  advice: 'Put an apostrophe before the text, or write a workbook, where texts stay texts.',
  messages: { formula: "'{{found}}' becomes a formula when a spreadsheet program opens the file" },
  *check({ model, facts, looked }) {
    const { cells, rows } = facts(tableCells);
    looked({ rows });
    for (const { row, column, text, traits } of cells)
      if ((traits & INJECTION) !== 0)
        yield { messageId: 'formula', data: { found: text }, at: tableCellAt(model, row, column), group: `column ${column}` };
  },
});
