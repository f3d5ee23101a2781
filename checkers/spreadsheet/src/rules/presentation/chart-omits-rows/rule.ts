import { defineRule, parseSheetRange, rangeAddress, type CellRange, type Rule } from '@preflag/core';
import type { Chart, Sheet, Workbook } from '@preflag/readers';
import { tableOfCell } from '../../../table-lookup.ts';

/**
 * Looks at series of charts that run down a column of a table from its first row, and stop before its last number.
 * Does not catch: series along rows, of names, or of several ranges.
 * Known false alarms: charts that show only the first rows on purpose; where more than a fifth is left out it is only a hint.
 */
export const chartOmitsRows: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/chart-omits-rows',
  title: 'A chart does not show the last rows of its table',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  why: 'Rows were added and the chart was not extended, so that it shows less than the table beside it.',
  advice: 'Let the series run to the end of the table.',
  messages: {
    omits: "A chart on '{{chart}}' shows {{range}} and leaves out {{omitted}}",
    partly: { text: "A chart on '{{chart}}' shows {{range}} and leaves out {{omitted}}", severity: 'minor', certainty: 'hint' },
  },
  *check({ model, looked }) {
    for (const { name, chart } of chartsOf(model)) {
      for (const { values } of chart.series) {
        const shown = values === undefined ? undefined : parseSheetRange(values.replaceAll('$', ''));
        const sheet = shown && model.sheet(shown.sheet);
        if (!sheet) continue;
        looked({ series: 1 });
        const omitted = omittedBelow(sheet, shown.range);
        if (!omitted) continue;
        const [left, all] = [omitted.bottom - omitted.top + 1, omitted.bottom - shown.range.top + 1];
        yield {
          messageId: left > all / 5 ? 'partly' : 'omits',
          data: { chart: name, range: rangeAddress(shown.range), omitted: rangeAddress(omitted) },
          at: { kind: 'cell', sheet: sheet.name, range: rangeAddress(omitted) },
          group: chart.part,
        };
      }
    }
  },
});

function chartsOf({ sheets, otherSheets }: Workbook): readonly { readonly name: string; readonly chart: Chart }[] {
  return [
    ...sheets.flatMap(({ name, parts }) => parts.charts.map((chart) => ({ name, chart }))),
    ...otherSheets.flatMap(({ name, charts }) => charts.map((chart) => ({ name, chart }))),
  ];
}

/** The numbers below a range of one column that belong to its table. Totals are none of them, nor is what is computed in another way. */
function omittedBelow(sheet: Sheet, { top, bottom, left, right }: CellRange): CellRange | undefined {
  const table = left === right && bottom - top >= 2 ? tableOfCell(sheet, top, left) : undefined;
  // A range that begins later, or holds the header, was chosen by hand.
  if (!table || top !== table.firstRow || bottom >= table.lastRow) return undefined;
  const formula = sheet.formulaId(bottom, left);
  for (let row = bottom + 1; row <= table.lastRow; row += 1)
    if (sheet.kind(row, left) !== 'number' || table.totalRows.includes(row) || sheet.formulaId(row, left) !== formula) return undefined;
  return { top: bottom + 1, bottom: table.lastRow, left, right };
}
