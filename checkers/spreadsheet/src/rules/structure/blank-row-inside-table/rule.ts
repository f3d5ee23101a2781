import { cellAddress, defineRule, type Rule } from '@preflag/core';
import type { SheetTable } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';
import { tableCells } from '../../../facts/table-cells.ts';
import { tableCellAt } from '../../../table-place.ts';

/**
 * Looks at tables on sheets with a header and at least ten data rows, and at lines of a csv without any text.
 * Does not catch: gaps of more than three rows, behind which another table begins.
 * Known false alarms: blank rows that part groups on purpose; where more than 1 row in 20 is blank, they are taken for such.
 */
export const blankRowInsideTable: Rule<'workbook' | 'table'> = defineRule<'workbook' | 'table'>({
  id: 'spreadsheet/blank-row-inside-table',
  title: 'A table has a blank row inside',
  severity: 'minor',
  certainty: 'hint',
  reads: ['workbook', 'table'],
  facts: [tableCells],
  why: 'Filters, sorting and pivots stop at a blank row and leave out what is below it.',
  advice: 'Delete the blank row, or make two tables of it.',
  messages: {
    blank: 'Row {{row}} of the sheet is blank, in the middle of a table of {{rows}} rows',
    end: { text: '{{count}} lines at the end of the table hold nothing but delimiters', advice: 'Delete the lines.' },
    line: { text: 'Line {{line}} is blank, with rows of the table above and below it', advice: 'Delete the blank line.' },
  },
  *check({ model, facts, looked }) {
    if (model.kind === 'table') {
      const { rows, blanks, emptyAtEnd } = facts(tableCells);
      looked({ rows });
      const [first] = emptyAtEnd;
      if (first) yield { messageId: 'end', data: { count: emptyAtEnd.length }, at: tableCellAt(model, first.row, 0), key: 'end' };
      if (blanks.length > Math.max(MOST_LINES, rows / 20)) return;
      for (const { row, line } of blanks) yield { messageId: 'line', data: { line }, at: tableCellAt(model, row, 0), group: 'line' };
      return;
    }
    for (const sheet of model.sheets)
      for (const table of tablesOf(sheet)) {
        const rows = table.lastRow - table.firstRow + 1;
        if (table.headerRow < 0 || rows < FEWEST) continue;
        looked({ rows });
        const blank = blankRows(table);
        if (blank.length > Math.max(1, rows / 20)) continue;
        for (const row of blank)
          yield {
            messageId: 'blank',
            data: { row: row + 1, rows },
            at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, table.columns[0]?.index ?? 0) },
            group: sheet.name,
          };
      }
  },
});

const FEWEST = 10;
/** So many blank lines of a csv are slips; among more, they part what belongs apart, unless there are very many rows. */
const MOST_LINES = 5;

/** Blank rows beside rows that are mostly filled; beside totals, titles of groups and notes they part what belongs apart. */
function blankRows({ sheet, columns, firstRow, lastRow, totalRows }: SheetTable): readonly number[] {
  const isHeld = (row: number, column: number): boolean => sheet.kind(row, column) !== 'blank' || sheet.formulaId(row, column) !== 0;
  const isBlank = (row: number): boolean => !columns.some(({ index }) => isHeld(row, index));
  const filled = (row: number): number => columns.filter(({ index }) => isHeld(row, index)).length;
  const isData = (row: number): boolean => row >= firstRow && !totalRows.includes(row) && filled(row) * 2 > columns.length;
  const rows: number[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) if (isBlank(row) && isData(row - 1) && isData(row + 1)) rows.push(row);
  return rows;
}
