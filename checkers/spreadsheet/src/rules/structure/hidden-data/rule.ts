import { columnName, defineRule, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';

/**
 * Looks at hidden sheets that hold cells, and at hidden rows and columns of visible sheets in which there is something.
 * Does not catch: white text, and rows and columns that are made so low or narrow that nobody sees them.
 * Known false alarms: lists behind drop-down cells, filters, and other helpers that are hidden on purpose.
 */
export const hiddenData: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/hidden-data',
  title: 'Data is hidden',
  severity: 'minor',
  certainty: 'hint',
  reads: 'workbook',
  why: 'The client gets data without knowing it, which may be drafts, or figures that were not meant for them.',
  advice: 'Delete the sheet, unhide it, or tell the client what it is for.',
  messages: {
    hidden: "The sheet '{{sheet}}' is hidden and holds {{cells}} cells",
    veryHidden: "The sheet '{{sheet}}' is hidden so that the menu does not show it, and holds {{cells}} cells",
    columns: {
      text: "The sheet '{{sheet}}' has hidden columns with values: {{columns}}",
      advice: 'Delete the columns, show them, or tell the client what they are for.',
    },
    rows: {
      text: "The sheet '{{sheet}}' has hidden rows with values, the first of them row {{row}}",
      advice: 'Delete the rows, show them, or tell the client what they are for; take off a filter that is not meant.',
    },
  },
  *check({ model, looked, notChecked }) {
    const budget = { cells: MOST_CELLS };
    for (const sheet of model.sheets) {
      const { name, state, cellCount } = sheet;
      looked({ sheets: 1 });
      if (cellCount === 0) continue;
      const at = { kind: 'file' } as const;
      if (state !== 'visible') {
        yield { messageId: state, data: { sheet: name, cells: cellCount }, at, key: name };
        continue;
      }
      const columns = hiddenColumns(sheet, budget);
      if (columns.length > 0) {
        const more = columns.length > MOST_NAMED ? ` and ${columns.length - MOST_NAMED} more` : '';
        const named = columns.slice(0, MOST_NAMED).map(columnName).join(', ') + more;
        yield { messageId: 'columns', data: { sheet: name, columns: named }, at, key: `columns of ${name}` };
      }
      const row = hiddenRow(sheet, budget);
      if (row !== undefined) yield { messageId: 'rows', data: { sheet: name, row: row + 1 }, at, key: `rows of ${name}` };
    }
    if (budget.cells <= 0) notChecked('limit', 'The hidden rows and columns hold more places than are looked at.');
  },
});

const MOST_CELLS = 2_000_000;
const MOST_NAMED = 6;

function hiddenColumns(sheet: Sheet, budget: { cells: number }): readonly number[] {
  const columns: number[] = [];
  for (const { first, last } of sheet.parts.columns.filter(({ hidden }) => hidden))
    for (let column = first; column <= Math.min(last, sheet.columnCount - 1); column += 1)
      for (let row = 0; row < sheet.rowCount; row += 1) {
        if ((budget.cells -= 1) <= 0) return columns;
        if (sheet.kind(row, column) === 'blank') continue;
        columns.push(column);
        break;
      }
  return columns;
}

/** The first hidden row that holds something. */
function hiddenRow(sheet: Sheet, budget: { cells: number }): number | undefined {
  for (const { first, last } of sheet.parts.hiddenRows)
    for (let row = first; row <= Math.min(last, sheet.rowCount - 1); row += 1)
      for (let column = 0; column < sheet.columnCount; column += 1) {
        if ((budget.cells -= 1) <= 0) return undefined;
        if (sheet.kind(row, column) !== 'blank') return row;
      }
  return undefined;
}
