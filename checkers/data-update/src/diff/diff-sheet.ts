import type { Sheet, SheetTable } from '@preflag/readers';
import { foldText, tablesOf } from '@preflag/readers/sheets';
import { diffRest } from './diff-rest.ts';
import { diffTable } from './diff-table.ts';
import { inferredKeys, namedKeys } from './row-keys.ts';
import type { SheetDiff } from './sheet-diff.ts';

/** A table beside its earlier self, paired by keys. */
export interface TablePair {
  readonly before: SheetTable;
  readonly after: SheetTable;
  readonly diff: SheetDiff;
}

/**
 * Pairs the rows and columns of a sheet with those of its earlier self: in tables by key where there is one, everything else by order.
 * Each cell of both sides is in one of the diffs.
 */
export function diffSheet(before: Sheet, after: Sheet, key: readonly string[], typed: boolean): readonly SheetDiff[] {
  const tables = pairTables(before, after).flatMap((pair): readonly TablePair[] => {
    const named = namedKeys(pair.before, pair.after, key);
    const keys = named ?? (key.length === 0 ? inferredKeys(pair.before, pair.after) : undefined);
    return keys ? [{ ...pair, diff: diffTable(pair, keys, named ? 'key' : 'inferred-key', typed) }] : [];
  });
  return [...tables.map(({ diff }) => diff), diffRest(before, after, tables, typed)];
}

/** Tables with headers that have most names in common, the largest first. */
function pairTables(before: Sheet, after: Sheet): readonly { readonly before: SheetTable; readonly after: SheetTable }[] {
  const free = withHeaders(after).map((table) => ({ table, names: namesOf(table) }));
  const isOnly = free.length === 1;
  return withHeaders(before).flatMap((table, _index, all) => {
    const names = namesOf(table);
    const scored = free.map((other) => ({ other, score: sharedOf(names, other.names) / Math.max(names.size, other.names.size, 1) }));
    const [best] = scored.toSorted((a, b) => b.score - a.score || distance(table, a.other.table) - distance(table, b.other.table));
    if (!best || best.score < (isOnly && all.length === 1 ? LEAST_OF_ONE : LEAST_SHARED)) return [];
    free.splice(free.indexOf(best.other), 1);
    return [{ before: table, after: best.other.table }];
  });
}

const LEAST_SHARED = 0.5;
/** Where each side has one table, few names in common are enough. */
const LEAST_OF_ONE = 0.2;

function withHeaders(sheet: Sheet): readonly SheetTable[] {
  const size = ({ firstRow, lastRow, columns }: SheetTable): number => (lastRow - firstRow + 1) * columns.length;
  return tablesOf(sheet)
    .filter(({ headerRow }) => headerRow >= 0)
    .toSorted((a, b) => size(b) - size(a));
}

function namesOf({ columns }: SheetTable): ReadonlySet<string> {
  return new Set(columns.map(({ name }) => foldText(name)).filter((name) => name !== ''));
}

function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((name) => b.has(name)).length;
}

function distance(a: SheetTable, b: SheetTable): number {
  return Math.abs(a.headerRow - b.headerRow) + Math.abs((a.columns[0]?.index ?? 0) - (b.columns[0]?.index ?? 0));
}
