import type { SheetTable } from '@preflag/readers';
import { foldText } from '@preflag/readers/sheets';

/** Headers that name what identifies a row. */
const ID_LIKE =
  /^(id|ids|key|code|sku|uuid|guid|nr|no|number|reference|ref)$|(^|[ _.-])(id|key|code|sku|uuid|number|no|nr)$|^(e-?mail|isbn|iban|ean)$/i;

export interface RowKeys {
  /** The columns of both tables, side by side. */
  readonly names: readonly string[];
  /** Row by key, of each side; the first of rows with the same key. */
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
}

/** The keys of two tables' rows by the named headers; `undefined` when one of them lacks a header. */
export function rowKeys(before: SheetTable, after: SheetTable, names: readonly string[]): RowKeys | undefined {
  const [columnsBefore, columnsAfter] = [columnsOf(before, names), columnsOf(after, names)];
  if (!columnsBefore || !columnsAfter || names.length === 0) return undefined;
  return { names, before: keysOf(before, columnsBefore).byKey, after: keysOf(after, columnsAfter).byKey };
}

/** The keys by a column whose name says that it identifies rows, and whose values do so on both sides: no blanks, no value twice. */
export function inferredKeys(before: SheetTable, after: SheetTable): RowKeys | undefined {
  for (const { name } of before.columns) {
    const [columnsBefore, columnsAfter] = ID_LIKE.test(name.trim()) ? [columnsOf(before, [name]), columnsOf(after, [name])] : [];
    if (!columnsBefore || !columnsAfter) continue;
    const [keysBefore, keysAfter] = [keysOf(before, columnsBefore), keysOf(after, columnsAfter)];
    if (keysBefore.isUnique && keysAfter.isUnique) return { names: [name], before: keysBefore.byKey, after: keysAfter.byKey };
  }
  return undefined;
}

function columnsOf({ columns }: SheetTable, names: readonly string[]): readonly number[] | undefined {
  const found = names.map(
    (name) => (columns.find((column) => column.name === name) ?? columns.find((column) => foldText(column.name) === foldText(name)))?.index,
  );
  return found.every((index) => index !== undefined) ? found : undefined;
}

function keysOf(
  { sheet, firstRow, lastRow }: SheetTable,
  columns: readonly number[],
): { readonly byKey: ReadonlyMap<string, number>; readonly isUnique: boolean } {
  const byKey = new Map<string, number>();
  let isUnique = lastRow >= firstRow;
  for (let row = firstRow; row <= lastRow; row += 1) {
    const key = keyOf(sheet, row, columns);
    if (key === '') {
      isUnique = false;
      continue;
    }
    if (byKey.has(key)) isUnique = false;
    else byKey.set(key, row);
  }
  return { byKey, isUnique };
}

/** The values of the key's columns; empty when all of them are. */
function keyOf(sheet: SheetTable['sheet'], row: number, columns: readonly number[]): string {
  const [only] = columns;
  if (only !== undefined && columns.length === 1) return sheet.text(row, only).trim();
  const parts = columns.map((column) => sheet.text(row, column).trim());
  return parts.every((part) => part === '') ? '' : parts.join(' · ');
}
