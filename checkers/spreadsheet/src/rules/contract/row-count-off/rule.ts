import { defineRule, type Deliverable, type Problem, type Range, type Rule } from '@preflag/core';
import type { Sheet, SheetTable, Workbook } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';
import { tableCells } from '../../../facts/table-cells.ts';

/** How many data rows the job wants, on one sheet, on every sheet (`*`), or in the file's one table. */
interface WantedRows {
  readonly sheet?: string;
  readonly rows: Range;
}

/**
 * Counts data rows: without header, totals and blank rows. On a sheet with several tables its largest counts.
 * Does not catch: rows that are there and wrong.
 * Known false alarms: tables without a header whose first row is taken for one; demand the columns too, so that this shows.
 */
export const rowCountOff: Rule<'workbook' | 'table', unknown, readonly WantedRows[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly WantedRows[]
>({
  id: 'spreadsheet/row-count-off',
  title: 'There are more or fewer rows than were asked for',
  severity: 'critical',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [tableCells],
  demands: ['rows', 'sheets.rows'],
  why: 'Rows were lost or made up on the way, or the work was not finished.',
  advice: 'Compare the rows with the source, and deliver {{expected}}.',
  messages: {
    few: 'There are {{count}} data rows{{where}}, and {{expected}} were asked for',
    many: 'There are {{count}} data rows{{where}}, and {{expected}} were asked for',
  },
  asks: (deliverable) => {
    const wanted = wantedRows(deliverable);
    return wanted.length > 0 ? wanted : undefined;
  },
  *check({ model, asked, facts, looked }) {
    for (const { sheet: name, rows } of asked) {
      if (model.kind === 'table') {
        const count = facts(tableCells).rows;
        looked({ rows: count });
        if (name === undefined) yield* compare(count, rows);
        continue;
      }
      for (const sheet of sheetsFor(model, name)) {
        const count = name === undefined ? Math.max(0, ...model.sheets.map(countRows)) : countRows(sheet);
        looked({ rows: count });
        yield* compare(count, rows, name === undefined ? undefined : sheet);
      }
    }
  },
});

function wantedRows({ rows, sheets = [] }: Deliverable): readonly WantedRows[] {
  return [
    ...(isRange(rows) ? [{ rows }] : []),
    ...sheets.flatMap((one) => (isRange(one.rows) ? [{ sheet: one.name, rows: one.rows }] : [])),
  ];
}

function isRange(range: Range | undefined): range is Range {
  return range?.min !== undefined || range?.max !== undefined;
}

/** For the file as a whole one sheet stands for all. A sheet that is missing is spreadsheet/missing-sheet. */
function sheetsFor(workbook: Workbook, name: string | undefined): readonly Sheet[] {
  if (name === '*') return workbook.sheets;
  const sheet = name === undefined ? workbook.sheets[0] : workbook.sheet(name);
  return sheet ? [sheet] : [];
}

function* compare(count: number, { min, max }: Range, sheet?: Sheet): Generator<Problem> {
  const isFew = min !== undefined && count < min;
  if (!isFew && (max === undefined || count <= max)) return;
  const data = {
    count,
    expected: inWords({ ...(min !== undefined && { min }), ...(max !== undefined && { max }) }),
    where: sheet ? ` on the sheet '${sheet.name}'` : '',
  };
  yield { messageId: isFew ? 'few' : 'many', data, at: { kind: 'file' }, key: sheet?.name ?? '' };
}

function inWords({ min, max }: Range): string {
  if (min === max) return String(min);
  if (max === undefined) return `at least ${min}`;
  return min === undefined ? `at most ${max}` : `${min} to ${max}`;
}

function countRows(sheet: Sheet): number {
  return Math.max(0, ...tablesOf(sheet).map(dataRows));
}

function dataRows({ sheet, columns, firstRow, lastRow, totalRows }: SheetTable): number {
  const totals = new Set(totalRows);
  let rows = 0;
  for (let row = firstRow; row <= lastRow; row += 1)
    if (!totals.has(row) && columns.some(({ index }) => sheet.kind(row, index) !== 'blank' || sheet.formulaId(row, index) !== 0)) rows += 1;
  return rows;
}
