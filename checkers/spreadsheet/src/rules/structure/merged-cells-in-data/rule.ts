import { defineRule, rangeAddress, type Rule } from '@preflag/core';
import { tablesOf } from '@preflag/readers/sheets';

/**
 * Counts ranges of several rows between the first and the last data row of tables with a header; one finding for each table.
 * Does not catch: cells that are merged within one row, and merged cells outside of tables and in headers.
 * Known false alarms: reports that are laid out for print.
 */
export const mergedCellsInData: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/merged-cells-in-data',
  title: 'Data cells of a table are merged',
  severity: 'minor',
  certainty: 'hint',
  reads: 'workbook',
  why: 'Sorting and filtering refuse merged cells, and programs that read the table see blanks in all but one of them.',
  advice: 'Unmerge the cells and repeat the value in each of them.',
  messages: {
    one: "Cells among the data of '{{sheet}}' are merged, in {{range}}",
    merged: "{{count}} ranges of merged cells are among the data of '{{sheet}}', the first in {{range}}",
  },
  *check({ model, looked }) {
    for (const sheet of model.sheets) {
      for (const { headerRow, firstRow, lastRow, columns, totalRows } of tablesOf(sheet)) {
        if (headerRow < 0 || lastRow - firstRow + 1 < FEWEST) continue;
        looked({ rows: lastRow - firstRow + 1 });
        const [left, right] = [columns[0]?.index ?? 0, columns.at(-1)?.index ?? 0];
        // Merged within one row are titles of parts and notes.
        const merges = sheet.merges.filter(
          (merge) =>
            merge.top >= firstRow &&
            merge.bottom <= lastRow &&
            merge.left >= left &&
            merge.right <= right &&
            merge.bottom > merge.top &&
            !totalRows.includes(merge.top),
        );
        const [first] = merges;
        if (!first) continue;
        yield {
          messageId: merges.length === 1 ? 'one' : 'merged',
          data: { count: merges.length, sheet: sheet.name, range: rangeAddress(first) },
          at: { kind: 'cell', sheet: sheet.name, range: rangeAddress(first) },
          key: sheet.name,
        };
      }
    }
  },
});

const FEWEST = 5;
