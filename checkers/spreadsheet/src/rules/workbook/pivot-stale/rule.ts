import { cellAddress, defineRule, rangeAddress, type CellRange, type Rule } from '@preflag/core';
import type { PivotCache, Sheet, Workbook } from '@preflag/readers';

/**
 * Compares what the pivot's cache says of its source with the cells there now: headers, number of rows, the list of texts and the least
 * and greatest number of each column.
 * Does not catch: changes inside of these bounds, and sources that are names, tables by name, or other files.
 * Known false alarms: none known; workbooks whose pivots refresh when they are opened are left out.
 */
export const pivotStale: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/pivot-stale',
  title: 'A pivot table shows what its source was before',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  why: 'The pivot shows figures that are no longer those of the data beside it.',
  advice: 'Refresh the pivot tables and save, or let them refresh when the file is opened.',
  messages: {
    rows: "The pivot on '{{sheet}}'!{{range}} was made from {{before}} rows, and there are {{now}} now",
    header: "The pivot on '{{sheet}}'!{{range}} was made from a column '{{expected}}', which is now headed '{{found}}'",
    value: "'{{found}}' in '{{column}}' was not there when the pivot on '{{sheet}}'!{{range}} was refreshed",
  },
  *check({ model, looked }) {
    for (const cache of model.pivotCaches) {
      const source = sourceOf(model, cache);
      if (!source || cache.refreshOnLoad) continue;
      looked({ pivots: 1 });
      const difference = firstDifference(cache, source);
      if (!difference) continue;
      const { at, ...rest } = difference;
      yield {
        ...rest,
        data: { ...rest.data, sheet: source.sheet.name, range: rangeAddress(source.range) },
        at: { kind: 'cell', sheet: source.sheet.name, range: at },
        key: `pivot of ${source.sheet.name}`,
      };
    }
  },
});

interface Source {
  readonly sheet: Sheet;
  readonly range: CellRange;
}

function sourceOf(model: Workbook, { source }: PivotCache): Source | undefined {
  const sheet = source?.sheet === undefined ? undefined : model.sheet(source.sheet);
  return sheet && source?.range ? { sheet, range: source.range } : undefined;
}

interface Difference {
  readonly messageId: 'rows' | 'header' | 'value';
  readonly data: Readonly<Record<string, string | number>>;
  readonly at: string;
}

function firstDifference({ fields, records }: PivotCache, { sheet, range }: Source): Difference | undefined {
  const own = fields.filter(({ derived }) => !derived);
  if (own.length !== range.right - range.left + 1) return undefined;
  for (const [index, { name }] of own.entries()) {
    const column = range.left + index;
    const found = sheet.text(range.top, column).trim();
    if (found !== '' && fold(found) !== fold(name))
      return { messageId: 'header', data: { expected: name, found }, at: cellAddress(range.top, column) };
  }
  const rows = range.bottom - range.top;
  // A source of whole columns counts its blank rows in ways that differ between programs.
  if (records !== undefined && rows < WHOLE_COLUMN && records !== rows)
    return { messageId: 'rows', data: { before: records, now: rows }, at: cellAddress(range.top, range.left) };
  for (const [index, field] of own.entries()) {
    const row = firstUnknown(sheet, range, range.left + index, field);
    if (row === undefined) continue;
    const column = range.left + index;
    return { messageId: 'value', data: { column: field.name, found: sheet.text(row, column) }, at: cellAddress(row, column) };
  }
  return undefined;
}

const WHOLE_COLUMN = 1_000_000;

function firstUnknown(
  sheet: Sheet,
  { top, bottom }: CellRange,
  column: number,
  { texts, numbers }: PivotCache['fields'][number],
): number | undefined {
  if (!texts && !numbers) return undefined;
  const known = new Set(texts?.map(fold));
  for (let row = top + 1; row <= Math.min(bottom, sheet.rowCount - 1); row += 1) {
    const kind = sheet.kind(row, column);
    if (texts && kind === 'string' && sheet.text(row, column) !== '' && !known.has(fold(sheet.text(row, column)))) return row;
    const value = sheet.number(row, column);
    if (numbers && kind === 'number' && !sheet.isDate(row, column) && (value < below(numbers.min) || value > above(numbers.max)))
      return row;
  }
  return undefined;
}

/** Caches keep fewer digits than cells. */
function below(value: number): number {
  return value - Math.abs(value) * 1e-9;
}

function above(value: number): number {
  return value + Math.abs(value) * 1e-9;
}

/** Pivots do not tell cases apart. */
function fold(text: string): string {
  return text.trim().toLowerCase();
}
