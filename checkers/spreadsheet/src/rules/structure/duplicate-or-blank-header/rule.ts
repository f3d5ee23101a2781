import { cellAddress, columnName, defineRule, type Location, type Rule } from '@preflag/core';
import type { SheetTable, Table, Workbook } from '@preflag/readers';
import { foldText, tablesOf } from '@preflag/readers/sheets';
import { tableCells, type TableCells } from '../../../facts/table-cells.ts';
import { tableCellAt } from '../../../table-place.ts';

/**
 * Headers of several rows are taken together where merged cells say so.
 * Does not catch: headers that say the same in other words.
 * Known false alarms: forms and reports laid out in cells, which look like tables; in workbooks it is a hint.
 */
export const duplicateOrBlankHeader: Rule<'workbook' | 'table'> = defineRule<'workbook' | 'table'>({
  id: 'spreadsheet/duplicate-or-blank-header',
  title: 'Two columns have one header, or a column has none',
  severity: 'important',
  certainty: 'likely',
  reads: ['workbook', 'table'],
  facts: [tableCells],
  why: 'Nobody can tell the columns apart, and programs that read by header take the wrong one or stop.',
  advice: 'Give every column a header of its own.',
  messages: {
    duplicate: "The header '{{column}}' stands over {{count}} columns: {{columns}}",
    blank: 'The column {{column}} has values and no header',
    duplicateOnSheet: {
      text: "The header '{{column}}' stands over {{count}} columns: {{columns}}",
      severity: 'minor',
      certainty: 'hint',
    },
    blankOnSheet: { text: 'The column {{column}} has values and no header', severity: 'minor', certainty: 'hint' },
  },
  *check({ model, facts, looked }) {
    const headers = model.kind === 'table' ? headersOfTable(model, facts(tableCells)) : headersOnSheets(model);
    const suffix = model.kind === 'table' ? '' : 'OnSheet';
    for (const cells of headers) {
      looked({ columns: cells.length });
      for (const [name, alike] of Map.groupBy(cells, (cell) => foldText(cell.name))) {
        if (name === '')
          for (const { column, sheet, hasValues, at } of alike) {
            const letters = columnName(column);
            if (hasValues) yield { messageId: `blank${suffix}`, data: { column: letters }, at, key: `blank ${sheet} ${letters}` };
          }
        const [first, second] = alike;
        if (name === '' || !first || !second) continue;
        yield {
          messageId: `duplicate${suffix}`,
          data: { column: second.name, count: alike.length, columns: listed(alike) },
          at: second.at,
          related: [{ at: first.at, label: `the first column with this header, ${columnName(first.column)}` }],
          key: `${first.sheet} ${name}`,
          group: first.sheet,
        };
      }
    }
  },
});

interface Header {
  readonly sheet: string;
  readonly column: number;
  readonly name: string;
  readonly hasValues: boolean;
  readonly at: Location;
}

const MOST_LISTED = 6;

function listed(cells: readonly Header[]): string {
  const letters = cells.slice(0, MOST_LISTED).map(({ column }) => columnName(column));
  return letters.join(', ') + (cells.length > MOST_LISTED ? ` and ${cells.length - MOST_LISTED} more` : '');
}

function headersOfTable(table: Table, { headerCells, columns }: TableCells): readonly (readonly Header[])[] {
  const last = headerCells.findLastIndex((name) => name.trim() !== '');
  const cells = headerCells.slice(0, last + 1).map((name, column) => ({
    sheet: '',
    column,
    name: name.trim(),
    hasValues: (columns[column]?.filled ?? 0) > 0,
    at: tableCellAt(table, table.headerRow, column),
  }));
  return cells.length > 0 ? [cells] : [];
}

function headersOnSheets({ sheets }: Workbook): readonly (readonly Header[])[] {
  return sheets.flatMap((sheet) =>
    tablesOf(sheet)
      .filter((table) => isList(table))
      .map((table) => headersOf(table)),
  );
}

const FEWEST_ROWS = 8;

/** A table that is meant to be read by its one row of headers: nothing stands above them, and nearly all columns have one. */
function isList({ sheet, headerRow, firstRow, lastRow, columns }: SheetTable): boolean {
  const named = columns.filter(({ name }) => name !== '').length;
  const isAlone = headerRow === 0 || columns.every(({ index }) => sheet.kind(headerRow - 1, index) === 'blank');
  return headerRow >= 0 && isAlone && lastRow - firstRow + 1 >= FEWEST_ROWS && named >= 3 && named >= columns.length * 0.75;
}

function headersOf({ sheet, headerRow, columns }: SheetTable): readonly Header[] {
  const cells = columns.map(({ index, name, majority }) => ({
    sheet: sheet.name,
    column: index,
    name,
    hasValues: majority !== 'blank',
    at: { kind: 'cell', sheet: sheet.name, range: cellAddress(headerRow, index) } as const,
  }));
  // A first column without a header holds the names of the rows.
  return cells.filter(({ name }, index) => index > 0 || name !== '');
}
