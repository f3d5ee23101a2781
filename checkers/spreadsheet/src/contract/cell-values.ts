import type { ColumnType } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { serialOfIso } from '@preflag/readers/sheets';
import type { DataCell } from './data-columns.ts';
import type { DataSheet } from './data-tables.ts';

/** What a data cell holds. `uncalculated` is a formula without a value; a csv has only blanks and texts. */
export type DataKind = 'blank' | 'uncalculated' | 'error' | 'text' | 'number' | 'date' | 'boolean';

/** Before a value in quotes: `the text 'n/a'`. */
export const KIND_WORDS: Readonly<Record<DataKind, string>> = {
  blank: '',
  uncalculated: '',
  error: 'the error ',
  text: 'the text ',
  number: 'the number ',
  date: 'the date or time ',
  boolean: 'the truth value ',
};

export function kindOfCell({ sheet }: DataSheet, row: number, column: number): DataKind {
  const kind = sheet.kind(row, column);
  switch (kind) {
    case 'blank':
      return sheet.formulaId(row, column) === 0 ? 'blank' : 'uncalculated';
    case 'string':
      return isWhite(sheet.text(row, column)) ? 'blank' : 'text';
    case 'number':
      return sheet.isDate(row, column) ? 'date' : 'number';
    default:
      return kind;
  }
}

/**
 * True for a value of the type. In a workbook types are real: a text of digits is no number, and a number that is shown as a date or a
 * time is a date. In a csv a text is of a type when it is written so: numbers in digits without grouping, dates in ISO 8601.
 */
export function isOfType(data: DataSheet, { row, column, kind }: DataCell, type: ColumnType): boolean {
  switch (type) {
    case 'text':
      return kind === 'text';
    case 'boolean':
      return kind === 'boolean' || (data.isText && /^\s*(?:true|false)\s*$/i.test(data.sheet.text(row, column)));
    case 'number':
      return !Number.isNaN(numberOf(data, row, column));
    case 'integer':
      return isWhole(numberOf(data, row, column));
    case 'date':
      return isWhole(dateOf(data, row, column));
    case 'datetime':
      return !Number.isNaN(dateOf(data, row, column));
    default:
      return type satisfies never;
  }
}

/** True also where computing left a difference in the last digits. */
function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= Math.abs(value) * LAST_DIGITS;
}

/** How far apart two numbers may be, relative to their size, and still be the same but for binary fractions. */
export const LAST_DIGITS = 1e-12;

/** The number that a cell holds or, in a csv, that its text writes; NaN where it is none. */
export function numberOf(data: DataSheet, row: number, column: number): number {
  if (data.isText) return numberOfText(data.sheet.text(row, column), data.hasDecimalComma);
  return kindOfCell(data, row, column) === 'number' ? data.sheet.number(row, column) : Number.NaN;
}

/** The date that a cell holds or, in a csv, that its text writes, as days since the epoch of the file; NaN where it is none. */
export function dateOf(data: DataSheet, row: number, column: number): number {
  if (!data.isText) return kindOfCell(data, row, column) === 'date' ? data.sheet.number(row, column) : Number.NaN;
  let known = dates.get(data.sheet);
  if (!known) dates.set(data.sheet, (known = new Map()));
  const id = data.sheet.stringId(row, column);
  let serial = known.get(id);
  if (serial === undefined) {
    serial = serialOf(data.sheet.text(row, column), false);
    if (known.size < MOST_DATES) known.set(id, serial);
  }
  return serial;
}

/** Days repeat in most files, and reading one takes longer than all else that is done with it. */
const dates = new WeakMap<Sheet, Map<number, number>>();
const MOST_DATES = 100_000;

/** ISO 8601 as days since the epoch of the file; NaN where it is no day of the calendar. */
export function serialOf(text: string, date1904: boolean): number {
  const iso = text.trim().replace(' ', 'T');
  const match = ISO.exec(iso);
  // `2024-02-31` would be taken for the second of March.
  if (!match || Number(match[3]) > new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).getUTCDate()) return Number.NaN;
  return serialOfIso(iso, date1904) ?? Number.NaN;
}

/**
 * A text by which values compare between cells, files and the job: equal for equal numbers. Digits with leading zeros are no number but a
 * code, and so are texts of digits in a workbook.
 */
export function valueKey({ isText, hasDecimalComma }: Pick<DataSheet, 'isText' | 'hasDecimalComma'>, text: string): string {
  if (!isText) return text;
  const trimmed = text.trim();
  if (/^-?0\d/.test(trimmed) || trimmed.length > LONGEST_KEY_NUMBER) return text;
  const number = numberOfText(trimmed, hasDecimalComma);
  return Number.isNaN(number) ? text : String(number);
}

/** The text of a cell as it is read: numbers that are shown with leading zeros have them. */
export function shownText({ sheet }: DataSheet, row: number, column: number): string {
  const text = sheet.text(row, column);
  if (sheet.kind(row, column) !== 'number' || !/^\d+$/.test(text)) return text;
  const format = sheet.format(row, column);
  return /^0+$/.test(format) ? text.padStart(format.length, '0') : text;
}

const ISO =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:E[+-]?\d{1,3})?$/i;
const LONGEST_NUMBER = 40;
/** More digits than a number keeps. */
const LONGEST_KEY_NUMBER = 15;

function numberOfText(text: string, hasDecimalComma: boolean): number {
  if (text.length > LONGEST_NUMBER) return Number.NaN;
  const trimmed = text.trim();
  const plain = hasDecimalComma && !trimmed.includes('.') ? trimmed.replace(',', '.') : trimmed;
  return NUMBER.test(plain) ? Number(plain) : Number.NaN;
}

/** True also for no-break spaces. */
function isWhite(text: string): boolean {
  return text.trim() === '';
}
