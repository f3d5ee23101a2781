import { defineRule, type Rule } from '@preflag/core';

/**
 * Rows of a table with more or fewer cells than its header, spans counted as what they cover.
 * Does not catch: tables of a pdf that is not tagged.
 * Known false alarms: rows that leave out empty cells at their end, in markdown; one cell too few is a hint there.
 */
export const raggedTable: Rule<'document'> = defineRule({
  id: 'report-structure/ragged-table',
  title: 'A row of a table has another number of cells than the header',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  why: 'Values stand under the wrong header, or are not shown at all.',
  advice: 'Give every row {{columns}} cells.',
  messages: {
    more: 'Row {{row}} of the table has {{cells}} cells, and its header {{columns}}',
    fewer: { text: 'Row {{row}} of the table has {{cells}} cells, and its header {{columns}}', certainty: 'hint' },
  },
  *check({ model, looked, notChecked }) {
    const { tables } = model.parts;
    if (!tables) {
      notChecked('format', 'The format does not tell tables.');
      return;
    }
    const rows = new Map(
      model.blocks.flatMap((block) => (block.cell?.column === 0 ? [[`${block.cell.table}:${block.cell.row}`, block] as const] : [])),
    );
    for (const { table, widths, after } of tables) {
      looked({ rows: widths.length });
      const columns = widths[0] ?? 0;
      if (columns < 2) continue;
      for (const [row, cells] of widths.entries()) {
        const block = rows.get(`${table}:${row}`) ?? model.blocks[after + 1];
        if (cells === columns || !block) continue;
        yield {
          messageId: cells > columns ? 'more' : 'fewer',
          data: { row: row + 1, cells, columns },
          at: model.locate(block),
          group: `table ${table}`,
        };
      }
    }
  },
});
