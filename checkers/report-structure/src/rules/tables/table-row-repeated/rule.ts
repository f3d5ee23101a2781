import { defineRule, type Rule } from '@preflag/core';
import { figures } from '../../../facts/figures.ts';
import { tables, type TableCell } from '../../../facts/tables.ts';
import { noteUntoldTables } from '../../../note-untold-tables.ts';

const LEAST_CELLS = 3;

/**
 * Rows of a table that are the same in all cells and hold a figure; rows and columns without any content.
 * Does not catch: rows that differ in one cell.
 * Known false alarms: lists of single events without a name, and forms to be filled in.
 */
export const tableRowRepeated: Rule<'document'> = defineRule({
  id: 'report-structure/table-row-repeated',
  title: 'A row of a table is there twice, or empty',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [figures, tables],
  why: 'Figures are counted twice, or were forgotten.',
  advice: 'Take the row out, or fill it in.',
  messages: {
    twice: "The row '{{label}}' is in the table twice, with the same cells",
    column: { text: "The column '{{label}}' has no content", certainty: 'hint', advice: 'Fill the column, or take it out.' },
    row: { text: 'Row {{row}} of the table has no content', certainty: 'hint' },
  },
  *check(context) {
    const { model, facts, looked } = context;
    noteUntoldTables(context);
    for (const { rows, header, first } of facts(tables)) {
      looked({ rows: rows.length });
      const isForm = rows.filter((row) => isEmpty(row)).length * 3 > rows.length;
      const seen = new Set<string>();
      for (const [index, row] of rows.entries()) {
        const block = row.find((cell) => cell !== undefined)?.block ?? first;
        if (isEmpty(row)) {
          if (!isForm && rows.length > 2) yield { messageId: 'row', data: { row: index + 2 }, at: model.locate(block) };
          continue;
        }
        const key = JSON.stringify(row.map((cell) => cell?.text ?? ''));
        const isFull = row.filter((cell) => cell && !cell.isBlank).length >= LEAST_CELLS && row.some((cell) => cell?.figure);
        if (isFull && seen.has(key))
          yield { messageId: 'twice', data: { label: row[0]?.text.slice(0, 60) ?? '' }, at: model.locate(block) };
        seen.add(key);
      }
      if (isForm || rows.length < LEAST_CELLS) continue;
      for (const [column, label] of header.entries()) {
        if (column > 0 && label !== '' && rows.every((row) => !row[column] || row[column].text === ''))
          yield { messageId: 'column', data: { label }, at: model.locate(first), key: label };
      }
    }
  },
});

function isEmpty(row: readonly (TableCell | undefined)[]): boolean {
  return row.every((cell) => !cell || cell.text === '');
}
