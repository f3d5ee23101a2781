import type { ColumnExpectation } from '@preflag/core';
import type { SheetTable } from '@preflag/readers';
import { foldText } from '@preflag/readers/sheets';

/**
 * The index of the header that a job means, -1 where there is none: just as it is written, else without regard to case and white space,
 * and of a column that has a unit also with any unit after it (`Amount (EUR)` for `Amount`).
 */
export function findHeader(headers: readonly string[], { name, unit }: Pick<ColumnExpectation, 'name' | 'unit'>): number {
  const exact = headers.indexOf(name);
  if (exact >= 0) return exact;
  const { folded, bare } = foldedHeaders(headers);
  const wanted = foldText(name);
  return folded.get(wanted) ?? (unit === undefined ? undefined : bare.get(wanted)) ?? -1;
}

/** The headers of a table; one and the same list for each table. */
export function headersOf(table: SheetTable): readonly string[] {
  let headers = ofTables.get(table);
  if (!headers) ofTables.set(table, (headers = table.columns.map(({ name }) => name)));
  return headers;
}

const ofTables = new WeakMap<SheetTable, readonly string[]>();

/** What stands in brackets at the end of a header, or after `in`; `undefined` where nothing does. */
export function unitInHeader(header: string): string | undefined {
  const match = UNIT.exec(onOneLine(header));
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.trim();
}

/** True where only a unit stands after the name that is wanted. */
export function isWithUnit(header: string, { name, unit }: Pick<ColumnExpectation, 'name' | 'unit'>): boolean {
  return unit !== undefined && withoutUnit(header) === name;
}

function withoutUnit(header: string): string {
  return onOneLine(header).replace(UNIT, '');
}

/** A unit has at most 20 characters, so that a long header is not searched again and again. */
const UNIT = /(?: ?\(([^()]{1,20})\)| ?\[([^[\]]{1,20})\]| in ([^ ]{1,20}))$/;

function onOneLine(header: string): string {
  return header.replaceAll(/[\s\u00A0]+/g, ' ').trim();
}

/** Where headers stand, by how they compare: as they are, and without their units. */
interface FoldedHeaders {
  readonly folded: ReadonlyMap<string, number>;
  readonly bare: ReadonlyMap<string, number>;
}

const known = new WeakMap<readonly string[], FoldedHeaders>();

/** Made once for a list: a table can have as many columns as a job asks for. */
function foldedHeaders(headers: readonly string[]): FoldedHeaders {
  let entry = known.get(headers);
  if (!entry) known.set(headers, (entry = { folded: firstPlaces(headers), bare: firstPlaces(headers.map(withoutUnit)) }));
  return entry;
}

function firstPlaces(texts: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    const folded = foldText(text);
    if (!places.has(folded)) places.set(folded, index);
  }
  return places;
}
