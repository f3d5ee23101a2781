import { defineRule, type Rule } from '@preflag/core';
import { figures } from '../../../facts/figures.ts';
import { tables } from '../../../facts/tables.ts';
import { noteUntoldTables } from '../../../note-untold-tables.ts';

const LEAST_ROWS = 3;

/**
 * A column with content whose header is empty; the first column may go without. In Word and html, a table of some size whose rows are
 * none marked as a header is a hint.
 * Does not catch: headers that say the wrong thing.
 * Known false alarms: columns of marks and signs.
 */
export const tableHeaderEmpty: Rule<'document'> = defineRule({
  id: 'report-structure/table-header-empty',
  title: 'A column of a table has no header',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [figures, tables],
  why: 'The reader has to guess what the column shows.',
  advice: 'Write what the column shows into its header.',
  messages: {
    empty: 'Column {{column}} of the table has no header',
    none: { text: 'The table has no row that is marked as its header', certainty: 'hint' },
  },
  *check(context) {
    const { model, facts, looked } = context;
    noteUntoldTables(context);
    const marked = new Map(model.parts.tables?.map(({ table, headerRows }) => [table, headerRows]));
    for (const { table, header, rows, first } of facts(tables)) {
      looked({ tables: 1 });
      const width = Math.max(0, ...rows.map(({ length }) => length));
      if (marked.get(table) === 0 && rows.length > LEAST_ROWS && width > 1)
        yield { messageId: 'none', at: model.locate(first), group: 'header' };
      const isNamed = header.filter((text) => text !== '').length > 1;
      for (const [column, text] of header.entries()) {
        const filled = rows.filter((row) => row[column] && !row[column].isBlank).length;
        if (column === 0 || text !== '' || !isNamed || filled * 2 < rows.length || filled === 0) continue;
        yield { messageId: 'empty', data: { column: column + 1 }, at: model.locate(rows[0]?.[column]?.block ?? first) };
      }
    }
  },
});
