import { defineRule, type ColumnExpectation, type Deliverable, type Location, type Problem, type Rule } from '@preflag/core';
import type { Sheet, Table, Workbook } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';
import { askedTables, wantedColumns } from '../../../contract/asked-columns.ts';
import { findHeader, isWithUnit } from '../../../contract/find-header.ts';

/** Columns that the job wants, on one sheet or in the file's one table. */
interface Wanted {
  /** Absent for columns of the file as a whole. */
  readonly sheet?: string;
  readonly columns: readonly Pick<ColumnExpectation, 'name' | 'unit'>[];
  readonly isStrict: boolean;
}

/**
 * Does not catch: a column that is there and empty.
 * Known false alarms: headers in a picture or text box, and tables without a header row, are not seen as columns.
 */
export const missingColumn: Rule<'workbook' | 'table', unknown, readonly Wanted[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly Wanted[]
>({
  id: 'spreadsheet/missing-column',
  title: 'A column that was asked for is not there',
  severity: 'critical',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  demands: ['sheets.columns', 'columns'],
  why: 'A part of what was ordered is missing, and whatever reads the file by its headers fails.',
  advice: "Add the column '{{column}}', with just this header.",
  messages: {
    missing: "The column '{{column}}' is not there{{where}}; there are {{columns}}",
    spelled: {
      text: "The column '{{column}}' is written '{{found}}'{{where}}",
      severity: 'minor',
      advice: "Write the header '{{column}}' as it was asked.",
    },
    order: {
      text: "The column '{{column}}' stands after '{{found}}'{{where}}, and was asked for before it",
      severity: 'important',
      advice: 'Put the columns into the order that was asked.',
    },
  },
  asks: askedFor,
  *check({ model, asked, looked }) {
    for (const wanted of asked) {
      looked({ columns: wanted.columns.length });
      for (const { sheet, headers } of model.kind === 'table' ? [headersOfTable(model)] : headersOnSheets(model, wanted))
        yield* compareColumns(wanted, headers, sheet);
    }
  },
});

function askedFor(deliverable: Deliverable): readonly Wanted[] | undefined {
  const wanted = askedTables(deliverable).flatMap(({ sheet, expectation }) => {
    const columns = wantedColumns(expectation);
    return columns.length > 0 || expectation.columns
      ? [{ ...(sheet !== undefined && { sheet }), columns, isStrict: expectation.columnOrder === 'strict' }]
      : [];
  });
  return wanted.length > 0 ? wanted : undefined;
}

interface Headers {
  readonly sheet?: string;
  readonly headers: readonly string[];
}

function headersOfTable({ header }: Table): Headers {
  return { headers: header };
}

/** The sheets to look at: the named one, every one, or for the file as a whole the one that has most of the columns. */
function headersOnSheets(workbook: Workbook, { sheet: name, columns }: Wanted): readonly Headers[] {
  if (name !== undefined && name !== '*') {
    const sheet = workbook.sheet(name);
    return sheet ? [headersOf(sheet)] : [];
  }
  const all = workbook.sheets.map(headersOf);
  if (name === '*') return all.filter(({ headers }) => headers.length > 0);
  const found = ({ headers }: Headers): number => columns.filter((column) => findHeader(headers, column) >= 0).length;
  const [best] = all.toSorted((a, b) => found(b) - found(a));
  return best ? [best] : [];
}

function headersOf(sheet: Sheet): Headers {
  return {
    sheet: sheet.name,
    headers: tablesOf(sheet).flatMap(({ columns }) => columns.map(({ name }) => name).filter((header) => header !== '')),
  };
}

function* compareColumns({ columns, isStrict }: Wanted, headers: readonly string[], sheet: string | undefined): Generator<Problem> {
  const where = sheet === undefined ? '' : ` on the sheet '${sheet}'`;
  const at: Location = { kind: 'file' };
  const key = (column: string): string => `${sheet ?? ''} ${column}`;
  const positions: { readonly column: string; readonly position: number }[] = [];
  for (const wanted of columns) {
    const { name: column } = wanted;
    const position = findHeader(headers, wanted);
    if (position < 0) yield { messageId: 'missing', data: { column, where, columns: listed(headers) }, at, key: key(column) };
    else positions.push({ column, position });
    const found = headers[position];
    if (found !== undefined && found.trim() !== column && !isWithUnit(found, wanted)) {
      yield {
        messageId: 'spelled',
        data: { column, where, found },
        at: { kind: 'column', ...(sheet !== undefined && { sheet }), name: found },
        key: key(column),
      };
    }
  }
  if (!isStrict) return;
  for (const [index, { column, position }] of positions.entries()) {
    const later = positions[index - 1];
    if (later && later.position > position)
      yield {
        messageId: 'order',
        data: { column: later.column, where, found: column },
        at: { kind: 'column', ...(sheet !== undefined && { sheet }), name: column },
        key: key(column),
      };
  }
}

function listed(headers: readonly string[]): string {
  return headers.length === 0 ? 'no headers' : headers.map((header) => `'${header}'`).join(', ');
}
