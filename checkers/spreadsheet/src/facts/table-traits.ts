import { defineFact, type Fact, type SortStep } from '@preflag/core';
import type { Sheet, SheetTable } from '@preflag/readers';
import { rowKey, tablesOf } from '@preflag/readers/sheets';
import { columnTraits, type ColumnTraits } from '../contract/column-traits.ts';
import { columnIn, type DataColumn } from '../contract/data-columns.ts';
import { dataTables, type DataTable, type TableContext } from '../contract/data-tables.ts';
import { fewestDescents } from '../contract/find-descents.ts';
import { sortKeys } from '../contract/sort-keys.ts';
import { heldTable } from './held-table.ts';
import { tableSheet } from './table-sheet.ts';

export type { ColumnTraits } from '../contract/column-traits.ts';
export { joinShapes, patternOf } from '../contract/text-shape.ts';

/** The one table of a csv, or the largest of a sheet, in the terms in which a job asks for tables. */
export interface TableTraits {
  /** Absent for a csv. */
  readonly sheet?: string;
  readonly isHidden: boolean;
  /** Columns with a header, each name once; none where there is no table. */
  readonly columns: readonly ColumnTraits[];
  /** Data rows. */
  readonly rows: number;
  readonly sortedBy?: SortStep;
  /** Totals that equal the sum of their columns: the header, and the label of the row. */
  readonly totals: readonly { readonly column: string; readonly row: string }[];
}

/** More columns and sheets than anybody lists in a job. */
const MOST_COLUMNS = 100;
const MOST_SHEETS = 50;
const LONGEST_NAME = 120;
/** Fewer rows are in order by chance. */
const LEAST_SORTED = 10;
const LEAST_DIFFERENT = 3;
const TOLERANCE = 0.005;

/** For jobs that are made from examples. */
export const tableTraits: Fact<'workbook' | 'table', readonly TableTraits[]> = defineFact({
  id: 'spreadsheet/table-traits',
  reads: ['workbook', 'table'],
  portable: true,
  uses: [heldTable, tableSheet],
  compute(model, facts) {
    const context: TableContext = { model, facts, notChecked: () => {} };
    if (model.kind === 'table') return [traitsOf(context, undefined, namesOf(model.header), totalsOfCsv(context))];
    return model.sheets.slice(0, MOST_SHEETS).map((sheet) => {
      const table = largestTable(sheet);
      const names = namesOf(table?.columns.map(({ name }) => name) ?? []);
      return traitsOf(context, sheet, names, table ? totalsOf(table) : []);
    });
  },
});

function namesOf(headers: readonly string[]): readonly string[] {
  return [...new Set(headers)].filter((name) => name.trim() !== '' && name.length <= LONGEST_NAME).slice(0, MOST_COLUMNS);
}

/** With a header; lists of one column are notes more often than tables. */
function largestTable(sheet: Sheet): SheetTable | undefined {
  const rows = ({ firstRow, lastRow }: SheetTable): number => lastRow - firstRow;
  return tablesOf(sheet)
    .filter(
      (table) => table.headerRow >= 0 && table.lastRow >= table.firstRow && table.columns.filter(({ name }) => name !== '').length > 1,
    )
    .toSorted((a, b) => rows(b) - rows(a))[0];
}

function traitsOf(context: TableContext, sheet: Sheet | undefined, names: readonly string[], totals: TableTraits['totals']): TableTraits {
  const expectation = { columnOrder: 'any', columns: names.map((name) => ({ name, required: false, unique: false })) } as const;
  const asked = { ...(sheet && { sheet: sheet.name }), expectation, pointer: '' };
  const table = names.length > 0 ? dataTables(context, asked)[0] : undefined;
  const columns = table ? names.flatMap((name) => ownColumn(table, name) ?? []) : [];
  const traits = columns.map(columnTraits);
  const sortedBy = orderOf(columns, traits);
  return {
    ...(sheet && { sheet: sheet.name }),
    isHidden: sheet !== undefined && sheet.state !== 'visible',
    columns: traits,
    rows: Math.max(0, ...traits.map(({ rows }) => rows)),
    ...(sortedBy && { sortedBy }),
    totals,
  };
}

/** The column of just this name: headers that differ only in case are found for each other. */
function ownColumn(table: DataTable, name: string): DataColumn | undefined {
  const column = columnIn(table, { name });
  return column?.header === name ? column : undefined;
}

/** What the rows are sorted by: dates before ids, and these before the first column. */
function orderOf(columns: readonly DataColumn[], traits: readonly ColumnTraits[]): SortStep | undefined {
  const isDate = ({ types }: ColumnTraits): boolean => types.includes('datetime');
  const rank = (index: number): number => (isDate(traits[index]!) ? 0 : traits[index]!.isNamedLikeKey ? 1 : 2);
  const candidates = traits.flatMap((one, index) => (isDate(one) || one.isNamedLikeKey || index === 0 ? [index] : []));
  for (const index of candidates.toSorted((a, b) => rank(a) - rank(b))) {
    const column = columns[index]!;
    const keys = sortKeys([column], { looked: () => {}, notChecked: () => {} });
    if (keys.length < LEAST_SORTED || new Set(keys.map(({ values }) => values[0])).size < LEAST_DIFFERENT) continue;
    for (const descending of [false, true]) {
      const step = { column: column.header, descending };
      if (fewestDescents(keys, [step]).count === 0) return step;
    }
  }
  return undefined;
}

function totalsOfCsv({ model, facts }: TableContext): TableTraits['totals'] {
  const typed = facts(tableSheet);
  const table = model.kind === 'table' && 'sheet' in typed ? largestTable(typed.sheet) : undefined;
  return table ? totalsOf(table) : [];
}

/** Of the last row of totals: others are of parts. */
function totalsOf(table: SheetTable): TableTraits['totals'] {
  const { sheet, columns, firstRow, lastRow, totalRows } = table;
  const total = totalRows.at(-1);
  const label = total === undefined ? '' : rowKey(table, total).replace(/:$/, '').trim();
  if (total === undefined || label === '' || label.length > LONGEST_NAME) return [];
  const left = new Set(totalRows);
  return columns.flatMap(({ index, name }) => {
    if (name === '' || sheet.kind(total, index) !== 'number') return [];
    let [sum, numbers] = [0, 0];
    for (let row = firstRow; row <= lastRow; row += 1) {
      if (left.has(row) || sheet.kind(row, index) !== 'number') continue;
      sum += sheet.number(row, index);
      numbers += 1;
    }
    return numbers > 1 && Math.abs(sum - sheet.number(total, index)) <= TOLERANCE ? [{ column: name, row: label }] : [];
  });
}
