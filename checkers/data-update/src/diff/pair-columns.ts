import { columnName } from '@preflag/core';
import type { SheetColumn, SheetTable } from '@preflag/readers';
import { foldText } from '@preflag/readers/sheets';
import type { ColumnPair, SheetDiff } from './sheet-diff.ts';

/**
 * Columns by header, then, among those that are left, by what they hold: a column with another header and the same values was renamed.
 *
 * @param rows pairs of data rows, to compare what columns hold
 */
export function pairColumns(
  before: SheetTable,
  after: SheetTable,
  rows: readonly { readonly before: number; readonly after: number }[],
): Pick<SheetDiff, 'columns' | 'columnsLost' | 'columnsAdded'> {
  const free = [...after.columns];
  const columns: ColumnPair[] = [];
  const take = (column: SheetColumn, partner: SheetColumn): void => {
    free.splice(free.indexOf(partner), 1);
    columns.push({ name: labelOf(column), before: column.index, after: partner.index });
  };
  const unnamed = before.columns.filter((column) => {
    const partner = free.find(({ name }) => name === column.name) ?? free.find(({ name }) => foldText(name) === foldText(column.name));
    if (partner) take(column, partner);
    return partner === undefined;
  });
  const sample = sampleOf(rows);
  const isSameWidth = before.columns.length === after.columns.length;
  const lost = unnamed.filter((column) => {
    const partner =
      free.find((other) => holdsTheSame(before, column, after, other, sample)) ??
      free.find((other) => isSameWidth && other.index === column.index && isAlike(before, column, after, other, sample));
    if (partner) take(column, partner);
    return partner === undefined;
  });
  return { columns, columnsLost: lost.map(labelOf), columnsAdded: free.map(labelOf) };
}

const SAMPLE = 200;
/** Fewer different values than this say nothing: columns of marks are alike by chance. */
const LEAST_DIFFERENT = 3;
const MOST_SHARED = 0.9;

function sampleOf<T>(rows: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.ceil(rows.length / SAMPLE));
  return rows.filter((_, index) => index % step === 0);
}

interface Comparison {
  readonly filled: number;
  readonly same: number;
  readonly values: number;
}

function compare(
  before: SheetTable,
  column: SheetColumn,
  after: SheetTable,
  other: SheetColumn,
  rows: readonly { readonly before: number; readonly after: number }[],
): Comparison {
  const values = new Set<string>();
  let [filled, same] = [0, 0];
  for (const row of rows) {
    const [text, newText] = [before.sheet.text(row.before, column.index), after.sheet.text(row.after, other.index)];
    if (text === '' && newText === '') continue;
    filled += 1;
    values.add(text);
    if (text === newText) same += 1;
  }
  return { filled, same, values: values.size };
}

function holdsTheSame(...columns: Parameters<typeof compare>): boolean {
  const { filled, same, values } = compare(...columns);
  return values >= LEAST_DIFFERENT && same >= filled * MOST_SHARED;
}

/** Enough for a column that stands where it stood: half of it, or nothing to compare. */
function isAlike(...columns: Parameters<typeof compare>): boolean {
  const { filled, same } = compare(...columns);
  return same * 2 >= filled;
}

function labelOf({ name, index }: SheetColumn): string {
  return name || columnName(index);
}
