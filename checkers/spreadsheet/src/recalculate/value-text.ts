import type { Sheet } from '@preflag/readers';
import type { CalculatedValue } from './calculator.ts';

const DAY_MS = 86_400_000;
/** Days from the epoch of serial dates (ECMA-376-1, 18.17.4.1) to 1970-01-01. */
const UNIX_EPOCH = 25_569;
/** Days before 1 March 1900 are counted in another way. */
const FIRST_DAY = 61;
const LAST_DAY = 2_958_465;

/** A calculated value as the sheet's own `text` would show it: whole days as ISO 8601 where the cell shows dates, 12 digits of numbers. */
export function valueText(value: CalculatedValue, sheet: Sheet, row: number, column: number): string {
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const isDay = sheet.isDate(row, column) && Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY;
  return isDay ? new Date((value - UNIX_EPOCH) * DAY_MS).toISOString().slice(0, 10) : String(Number(value.toPrecision(12)));
}
