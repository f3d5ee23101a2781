import type { TableTraits } from '@preflag/checker-spreadsheet/traits';
import { columnItem, isKeyColumn, type ColumnExamples } from './column-entries.ts';
import type { Entry, Item } from './draft.ts';
import { common, generalise, seenIn } from './seen.ts';

/** More totals than anybody states in a job. */
const MOST_TOTALS = 30;

/** What the tables of csv files have in common, or the sheets of workbooks, as demands. */
export function tableEntries(files: readonly (readonly TableTraits[])[]): readonly Entry[] {
  const isCsv = files.every((tables) => tables.every(({ sheet }) => sheet === undefined));
  if (isCsv) return [...ofTable(files.flat()), ...totalsEntry(files)];
  const names = [...new Set(files.flatMap((tables) => tables.flatMap(({ sheet }) => sheet ?? [])))];
  return [{ key: 'sheets', items: names.map((name) => sheetItem(name, files)) }, ...totalsEntry(files)];
}

function sheetItem(name: string, files: readonly (readonly TableTraits[])[]): Item {
  const own = files.flatMap((tables) => tables.filter(({ sheet }) => sheet === name));
  const isVariable =
    files.length === 1 && (files[0]?.length ?? 0) > 1 && generalise(name) !== name && !/^(?:sheet|table)\s?\d+$/i.test(name);
  const reasons = [
    ...(own.some(({ isHidden }) => isHidden) ? ['it is hidden'] : []),
    ...(isVariable ? ['the date or number in it may differ'] : []),
  ];
  const isOff = own.length < files.length || reasons.length > 0;
  const entries = [{ key: 'name', value: name }, ...ofTable(own)];
  return {
    name,
    entries,
    isFlow: entries.length === 1,
    note: [seenIn(own.length, files.length), ...reasons].join('; '),
    ...(isOff && { isOff }),
  };
}

/** The demands on one table that stands in several files. */
function ofTable(tables: readonly TableTraits[]): readonly Entry[] {
  const names = [...new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  if (names.length === 0) return [];
  const columns = names.map((name): ColumnExamples => ({
    name,
    traits: tables.flatMap((table) => table.columns.filter((column) => column.name === name)),
  }));
  const key = columns.find((column) => isKeyColumn(column, tables.length));
  const items = columns.map((column) => columnItem(column, tables.length, column === key));
  const isAsked = (name: string): boolean => items.some((item) => item.name === name && !item.isOff);
  const sortedBy = common(tables.map((table) => table.sortedBy));
  const isSorted = sortedBy !== undefined && isAsked(sortedBy.column);
  return [
    { key: 'columns', items },
    ...rowsEntry(tables),
    ...(key && isAsked(key.name) ? [{ key: 'key', value: [key.name], note: 'never blank, never twice' }] : []),
    ...(isSorted ? [{ key: 'sortedBy', items: [orderItem(sortedBy, tables.length)] }] : []),
  ];
}

function orderItem({ column, descending }: NonNullable<TableTraits['sortedBy']>, all: number): Item {
  const entries = [{ key: 'column', value: column }, ...(descending ? [{ key: 'descending', value: true }] : [])];
  return { name: column, entries, isFlow: true, note: seenIn(all, all) };
}

function rowsEntry(tables: readonly TableTraits[]): readonly Entry[] {
  const rows = tables.map((table) => table.rows);
  const [least, most] = [Math.min(...rows), Math.max(...rows)].map((count) => count.toLocaleString('en-US'));
  const note = least === most ? `${most} rows seen` : `${least} to ${most} rows seen`;
  return [{ key: 'rows', value: { min: 1 }, note, isOff: true }];
}

/** Totals that agree in every file. */
function totalsEntry(files: readonly (readonly TableTraits[])[]): readonly Entry[] {
  const found = files.map((tables) => tables.flatMap(({ sheet, totals }) => totals.map((total) => ({ ...total, sheet }))));
  const ids = found.map((totals) => new Set(totals.map((total) => JSON.stringify(total))));
  const shared = (found[0] ?? []).filter((total) => ids.every((own) => own.has(JSON.stringify(total)))).slice(0, MOST_TOTALS);
  const items = shared.map(({ sheet, column, row }): Item => {
    const place = { ...(sheet !== undefined && { sheet }), column };
    const label = sheet === undefined ? column : `${sheet}: ${column}`;
    const entries = [
      { key: 'label', value: label },
      { key: 'detail', value: place },
      { key: 'total', value: { ...place, row } },
    ];
    return { name: label, entries, isFlow: true, note: seenIn(files.length, files.length) };
  });
  return items.length > 0 ? [{ key: 'controlTotals', items }] : [];
}
