import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor, Sheet, SheetColumn, SheetTable } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';

/** A column of a table whose cells are numbers or dates but for a few. Rows are 0-based. */
export interface StrayColumn {
  readonly table: SheetTable;
  readonly column: SheetColumn;
  /** Data cells that hold something. */
  readonly filled: number;
  /** Rows of texts, and in columns of dates of numbers that are none; the first 200. */
  readonly texts: readonly number[];
  readonly undated: readonly number[];
}

/** Columns of numbers and dates with cells of another kind. */
export const columnStrays: Fact<'workbook', readonly StrayColumn[]> = defineFact({
  id: 'spreadsheet/column-strays',
  reads: 'workbook',
  item: 'cell',
  only: ['number', 'string'],
  start: ({ sheets }) => {
    const bySheet = new Map(sheets.map((sheet) => [sheet, trackersOf(sheet)]));
    let current: Sheet | undefined;
    let trackers: readonly (readonly Tracker[] | undefined)[] = [];
    return {
      visit({ sheet, row, column, kind }: CellCursor) {
        if (sheet !== current) [current, trackers] = [sheet, bySheet.get(sheet) ?? []];
        const own = trackers[column];
        if (own === undefined) return;
        for (const tracker of own) {
          if (row < tracker.table.firstRow || row > tracker.table.lastRow) continue;
          tracker.filled += 1;
          if (kind === 'string') {
            if (tracker.texts.length < MOST) tracker.texts.push(row);
          } else if (tracker.isDates && tracker.undated.length < MOST && !sheet.isDate(row, column)) tracker.undated.push(row);
        }
      },
      end: () =>
        [...bySheet.values()].flatMap((columns) =>
          columns.flatMap((own) => (own ?? []).filter(({ texts, undated }) => texts.length + undated.length > 0)),
        ),
    };
  },
});

const MOST = 200;

interface Tracker extends StrayColumn {
  filled: number;
  readonly texts: number[];
  readonly undated: number[];
  readonly isDates: boolean;
}

/** Trackers by the index of the column on the sheet. */
function trackersOf(sheet: Sheet): readonly (readonly Tracker[] | undefined)[] {
  const trackers: Tracker[][] = [];
  for (const table of tablesOf(sheet))
    for (const column of table.columns)
      if (column.majority === 'number' || column.majority === 'date')
        (trackers[column.index] ??= []).push({ table, column, filled: 0, texts: [], undated: [], isDates: column.majority === 'date' });
  return trackers;
}
