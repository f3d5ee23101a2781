import type { SheetTable } from '@preflag/readers';
import { foldText } from '@preflag/readers/sheets';

/** Headers that name what identifies a row. */
const ID_LIKE =
  /^(id|ids|key|code|sku|uuid|guid|nr|no|number|reference|ref)$|(^|[ _.-])(id|key|code|sku|uuid|number|no|nr)$|^(e-?mail|isbn|iban|ean)$/i;

/** The data rows of a table by their key; those whose key is blank apart. */
export interface KeyedRows {
  /** By the number of the key's text, or the texts of several columns; equal on both sides. */
  readonly byKey: ReadonlyMap<number | string, number | readonly number[]>;
  /** The key of a row in words. */
  readonly wordsOf: (row: number) => string;
  readonly blank: readonly number[];
  readonly hasRepeated: boolean;
}

export interface RowKeys {
  readonly names: readonly string[];
  readonly before: KeyedRows;
  readonly after: KeyedRows;
}

/** The keys of two tables' rows by the named headers; `undefined` when one of them lacks a header, or there are no names. */
export function namedKeys(before: SheetTable, after: SheetTable, names: readonly string[]): RowKeys | undefined {
  const [columnsBefore, columnsAfter] = [columnsOf(before, names), columnsOf(after, names)];
  if (!columnsBefore || !columnsAfter || names.length === 0) return undefined;
  return { names, before: keysOf(before, columnsBefore), after: keysOf(after, columnsAfter) };
}

/** The keys by a column whose name says that it identifies rows, and whose values do so in the file before: no blanks, no value twice. */
export function inferredKeys(before: SheetTable, after: SheetTable): RowKeys | undefined {
  for (const { name } of before.columns) {
    const [columnsBefore, columnsAfter] = ID_LIKE.test(name.trim()) ? [columnsOf(before, [name]), columnsOf(after, [name])] : [];
    if (!columnsBefore || !columnsAfter) continue;
    const [keysBefore, keysAfter] = [keysOf(before, columnsBefore), keysOf(after, columnsAfter)];
    if (isUnique(keysBefore) && identifies(keysAfter)) return { names: [name], before: keysBefore, after: keysAfter };
  }
  return undefined;
}

function isUnique({ byKey, blank, hasRepeated }: KeyedRows): boolean {
  return byKey.size > 0 && blank.length === 0 && !hasRepeated;
}

/** Some rows may have come to stand twice, or without a key: that is what an update gets wrong. */
function identifies({ byKey, blank }: KeyedRows): boolean {
  const repeated = [...byKey.values()].reduce<number>((sum, rows) => sum + (typeof rows === 'number' ? 0 : rows.length - 1), 0);
  return (repeated + blank.length) * 10 <= byKey.size;
}

function columnsOf({ columns }: SheetTable, names: readonly string[]): readonly number[] | undefined {
  const found = names.map(
    (name) => (columns.find((column) => column.name === name) ?? columns.find((column) => foldText(column.name) === foldText(name)))?.index,
  );
  return found.every((index) => index !== undefined) ? found : undefined;
}

function keysOf(table: SheetTable, columns: readonly number[]): KeyedRows {
  const byKey = new Map<number | string, number | number[]>();
  const blank: number[] = [];
  let hasRepeated = false;
  const totals = new Set(table.totalRows);
  for (let row = table.firstRow; row <= table.lastRow; row += 1) {
    if (totals.has(row)) continue;
    const key = keyOf(table.sheet, row, columns);
    if (key === 0) {
      if (isHeldRow(table, row)) blank.push(row);
      continue;
    }
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, row);
    else {
      hasRepeated = true;
      if (typeof known === 'number') byKey.set(key, [known, row]);
      else known.push(row);
    }
  }
  return { byKey, blank, hasRepeated, wordsOf: (row) => columns.map((column) => table.sheet.text(row, column).trim()).join(' · ') };
}

function isHeldRow({ sheet, columns }: SheetTable, row: number): boolean {
  return columns.some(({ index }) => sheet.kind(row, index) !== 'blank' || sheet.formulaId(row, index) !== 0);
}

/** What the key's columns say; nothing when all of them are blank. */
function keyOf(sheet: SheetTable['sheet'], row: number, columns: readonly number[]): number | string {
  const [only] = columns;
  if (only !== undefined && columns.length === 1) return sheet.labelId(row, only);
  const parts = columns.map((column) => sheet.labelId(row, column));
  return parts.every((part) => part === 0) ? 0 : parts.join(' ');
}
