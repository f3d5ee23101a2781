import type { ColumnExpectation } from '@preflag/core';
import { foldText } from '@preflag/readers/sheets';

/**
 * The index of the header that a job means, -1 where there is none: just as it is written, else without regard to case and white space,
 * and of a column that has a unit also with any unit after it (`Amount (EUR)` for `Amount`).
 */
export function findHeader(headers: readonly string[], { name, unit }: Pick<ColumnExpectation, 'name' | 'unit'>): number {
  const exact = headers.indexOf(name);
  if (exact >= 0) return exact;
  const wanted = foldText(name);
  const folded = headers.findIndex((header) => foldText(header) === wanted);
  if (folded >= 0 || unit === undefined) return folded;
  return headers.findIndex((header) => foldText(withoutUnit(header)) === wanted);
}

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
