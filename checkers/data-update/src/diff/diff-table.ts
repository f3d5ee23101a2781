import type { SheetTable } from '@preflag/readers';
import { rowKey } from '@preflag/readers/sheets';
import { alignRows, SEPARATOR } from './align-rows.ts';
import { pairColumns } from './pair-columns.ts';
import type { KeyedRows, RowKeys } from './row-keys.ts';
import type { ColumnPair, RowMark, RowPair, SheetDiff, StrippedKey } from './sheet-diff.ts';

/** Pairs the rows of a table by key; rows that share a key, or have none, by what they hold, and totals by their label. */
export function diffTable(
  { before, after }: { readonly before: SheetTable; readonly after: SheetTable },
  keys: RowKeys,
  pairing: 'key' | 'inferred-key',
  typed: boolean,
): SheetDiff {
  const rows: RowPair[] = [];
  const [lost, added]: [RowMark[], RowMark[]] = [[], []];
  const align = (
    key: string,
    rowsBefore: readonly number[],
    rowsAfter: readonly number[],
    columns: readonly ColumnPair[],
    to = rows,
  ): void => {
    const aligned = alignRows(
      rowsBefore.map((row) => signatureOf(before, row, columns, 'before')),
      rowsAfter.map((row) => signatureOf(after, row, columns, 'after')),
    );
    const label = (table: SheetTable, row: number, index: number): string => key || rowKey(table, row) || `row ${index + 1} without a key`;
    for (const [own, its] of aligned.pairs)
      to.push({ key: label(after, rowsAfter[its]!, its), before: rowsBefore[own]!, after: rowsAfter[its]! });
    for (const index of aligned.lost) lost.push({ key: label(before, rowsBefore[index]!, index), row: rowsBefore[index]! });
    for (const index of aligned.added) added.push({ key: label(after, rowsAfter[index]!, index), row: rowsAfter[index]! });
  };
  const { before: own, after: its } = keys;
  const repeated: (readonly [string, readonly number[], readonly number[]])[] = [];
  for (const [key, row] of own.byKey) {
    const partner = its.byKey.get(key);
    if (typeof row === 'number' && typeof partner === 'number') rows.push(new KeyedPair(own, row, partner));
    else if (typeof row === 'number' && partner === undefined) lost.push({ key: own.wordsOf(row), row });
    else repeated.push([own.wordsOf(listOf(row)[0]!), listOf(row), listOf(partner)]);
  }
  for (const [key, found] of its.byKey) {
    if (own.byKey.has(key)) continue;
    for (const row of listOf(found)) added.push({ key: its.wordsOf(row), row });
  }
  const columns = pairColumns(before, after, rows);
  for (const [key, rowsBefore, rowsAfter] of repeated) align(key, rowsBefore, rowsAfter, columns.columns);
  align('', keys.before.blank, keys.after.blank, columns.columns);
  const frame: RowPair[] = [{ key: HEADER, before: before.headerRow, after: after.headerRow }];
  align('', before.totalRows, after.totalRows, columns.columns, frame);
  const stripped = pairStrippedKeys(lost, added);
  return {
    name: after.sheet.name,
    before: before.sheet,
    after: after.sheet,
    typed,
    pairing,
    keyColumns: keys.names,
    hasRepeatedKeys: keys.after.hasRepeated,
    ...stripped,
    rows: [...rows, ...stripped.rows],
    frame,
    ...columns,
  };
}

/** Most rows are asked for their key by nobody. */
class KeyedPair implements RowPair {
  readonly before: number;
  readonly after: number;
  readonly #keys: KeyedRows;

  constructor(keys: KeyedRows, before: number, after: number) {
    this.#keys = keys;
    this.before = before;
    this.after = after;
  }

  get key(): string {
    return this.#keys.wordsOf(this.before);
  }
}

/** What the header is called where rows are called by their keys. */
const HEADER = 'header';

function listOf(rows: number | readonly number[] | undefined): readonly number[] {
  return rows === undefined ? [] : typeof rows === 'number' ? [rows] : rows;
}

/** What a row says in the columns that both sides have; of totals the label alone would not do where there are several. */
function signatureOf({ sheet }: SheetTable, row: number, columns: readonly ColumnPair[], side: 'before' | 'after'): string {
  return columns.map((column) => sheet.text(row, column[side])).join(SEPARATOR);
}

/** Pairs what is left by keys without leading zeros: one slip must not look like a lost and an added row. */
function pairStrippedKeys(
  lost: readonly RowMark[],
  added: readonly RowMark[],
): Pick<SheetDiff, 'strippedKeys' | 'lost' | 'added'> & { readonly rows: readonly RowPair[] } {
  if (lost.length === 0 || added.length === 0) return { strippedKeys: [], rows: [], lost, added };
  const byStripped = new Map(added.map((mark) => [withoutZeros(mark.key), mark]));
  const [strippedKeys, rows, stillLost]: [StrippedKey[], RowPair[], RowMark[]] = [[], [], []];
  for (const mark of lost) {
    const partner = byStripped.get(withoutZeros(mark.key));
    if (!partner || partner.key.length >= mark.key.length) {
      stillLost.push(mark);
      continue;
    }
    byStripped.delete(withoutZeros(mark.key));
    strippedKeys.push({ from: mark.key, to: partner.key, row: partner.row });
    rows.push({ key: mark.key, before: mark.row, after: partner.row });
  }
  const paired = new Set(strippedKeys.map(({ row }) => row));
  return { strippedKeys, rows, lost: stillLost, added: added.filter(({ row }) => !paired.has(row)) };
}

/** A key without the zeros that a number would not keep, for each of its parts. */
function withoutZeros(key: string): string {
  return key
    .split(' · ')
    .map((part) => (/^0\d+$/.test(part) ? part.replace(/^0+(?=\d)/, '') : part))
    .join(' · ');
}
