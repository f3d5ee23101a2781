import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor, Sheet, SheetColumn, SheetTable } from '@preflag/readers';
import { tablesByColumn } from '../table-lookup.ts';

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
    let trackers: readonly (Trackers | undefined)[] = [];
    return {
      visit({ sheet, row, column, kind }: CellCursor) {
        if (sheet !== current) [current, trackers] = [sheet, bySheet.get(sheet) ?? []];
        const own = trackers[column];
        if (own === undefined) return;
        // Rows come in order, and the tables of a column share none.
        while (own.next < own.all.length - 1 && row > own.all[own.next]!.table.lastRow) own.next += 1;
        const tracker = own.all[own.next]!;
        if (row < tracker.table.firstRow || row > tracker.table.lastRow) return;
        tracker.filled += 1;
        if (kind === 'string') {
          if (tracker.texts.length < MOST) tracker.texts.push(row);
        } else if (tracker.isDates && tracker.undated.length < MOST && !sheet.isDate(row, column)) tracker.undated.push(row);
      },
      end: () =>
        [...bySheet.values()].flatMap((columns) =>
          columns.flatMap((own) => own?.all.filter(({ texts, undated }) => texts.length + undated.length > 0) ?? []),
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

/** The trackers of one column, from top to bottom, and the one of the next row. */
interface Trackers {
  readonly all: readonly Tracker[];
  next: number;
}

/** By the index of the column on the sheet. */
function trackersOf(sheet: Sheet): readonly (Trackers | undefined)[] {
  const trackers: Trackers[] = [];
  for (const [index, tables] of tablesByColumn(sheet)) {
    const all = tables.flatMap((table): readonly Tracker[] => {
      const column = table.columns.find((one) => one.index === index);
      if (column?.majority !== 'number' && column?.majority !== 'date') return [];
      return [{ table, column, filled: 0, texts: [], undated: [], isDates: column.majority === 'date' }];
    });
    if (all.length > 0) trackers[index] = { all, next: 0 };
  }
  return trackers;
}
