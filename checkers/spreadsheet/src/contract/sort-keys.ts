import { kindOfCell, numberOf, type DataKind } from './cell-values.ts';
import { rowsOf, sayUncalculated, type Counting, type DataColumn } from './data-columns.ts';

/** What a data row is sorted by. */
export interface SortKey {
  readonly row: number;
  /** The block that the row is in. */
  readonly part: number;
  readonly values: readonly (number | string)[];
}

/** The keys of the rows that have a value in each of the columns. A column of a csv is of numbers when all its values are. */
export function sortKeys(columns: readonly DataColumn[], counting: Counting): readonly SortKey[] {
  const [main] = columns;
  if (!main) return [];
  const { table } = main;
  const keys: SortKey[] = [];
  let uncalculated = 0;
  const readers = columns.map((column) => (isOfNumbers(column) ? numberOf : textOrNumber));
  for (const { row, part } of rowsOf(main.blocks)) {
    const at = columns.map(({ blocks }) => blocks[part]?.index ?? -1);
    const kinds = at.map((column) => kindOfCell(table, row, column));
    if (kinds.includes('uncalculated')) uncalculated += 1;
    if (kinds.some((kind) => UNSORTED.has(kind))) continue;
    keys.push({ row, part, values: at.map((column, index) => readers[index]!(table, row, column)) });
  }
  counting.looked({ rows: keys.length });
  sayUncalculated(main, uncalculated, counting);
  return keys;
}

const UNSORTED: ReadonlySet<DataKind> = new Set(['blank', 'error', 'uncalculated']);

function isOfNumbers({ table, blocks }: DataColumn): boolean {
  if (!table.isText) return false;
  for (const { row, index } of rowsOf(blocks))
    if (kindOfCell(table, row, index) === 'text' && Number.isNaN(numberOf(table, row, index))) return false;
  return true;
}

function textOrNumber({ sheet }: DataColumn['table'], row: number, column: number): number | string {
  return sheet.kind(row, column) === 'string' ? sheet.text(row, column) : sheet.number(row, column);
}
