import { COLUMN_TYPES, type ColumnType } from '@preflag/core';
import { isKeyLike, isNameLike } from '../id-like.ts';
import { dateOf, isOfType, kindOfCell, numberOf } from './cell-values.ts';
import { cellsOf, rowsOf, type DataColumn } from './data-columns.ts';
import { hasUnit, isKnownUnit, isUnit, unitOfFormat } from './units.ts';
import { unitInHeader } from './find-header.ts';
import { FirstRows } from './first-rows.ts';
import { formatsOf } from './number-formats.ts';
import { addShape, shapeOf, type Shape } from './text-shape.ts';

/** What the values of a column have in common, in the terms in which a job asks for them. */
export interface ColumnTraits {
  /** The header. */
  readonly name: string;
  readonly rows: number;
  readonly blanks: number;
  /** Every type that all values are of; none where there is no value. */
  readonly types: readonly ColumnType[];
  readonly isUnique: boolean;
  /** The header names an id, a code or a number of things. */
  readonly isNamedLikeKey: boolean;
  /** Texts of digits that begin with a zero: codes, which a number would not keep. */
  readonly hasLeadingZeros: boolean;
  /** The different texts; absent where there are many, or other values than texts. */
  readonly values?: readonly string[];
  /** What texts that are built alike are built of. */
  readonly shape?: Shape;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
}

/** More different texts are no list that a job would give. */
const MOST_VALUES = 15;
const LONGEST_VALUE = 40;
const LEADING_ZERO = /^0\d{1,30}$/;
/** What stands in brackets behind a header and is no note. Currencies and `%` are known already. */
const MEASURE = /^(?:[kmcµn]?[gml]|t|km|ha|[km]?m[²³]|[kMGT]?Wh?|[kMGT]i?B|°[CF]|h|min|s|ms|hours?|days?|years?|months?|pcs|units?)$/;

/** Looks at every data cell of the column once. */
export function columnTraits(column: DataColumn): ColumnTraits {
  const { table, header, blocks } = column;
  let types: readonly ColumnType[] = COLUMN_TYPES;
  let [cells, texts, min, max] = [0, 0, Infinity, -Infinity];
  let shape: Shape | undefined;
  let hasLeadingZeros = false;
  const values = new Set<string>();
  for (const cell of cellsOf(column)) {
    if (cell.kind === 'uncalculated') continue;
    cells += 1;
    types = types.filter((type) => isOfType(table, cell, type));
    const number = numberOf(table, cell.row, cell.column);
    if (!Number.isNaN(number)) [min, max] = [Math.min(min, number), Math.max(max, number)];
    if (cell.kind !== 'text') continue;
    const text = table.sheet.text(cell.row, cell.column);
    shape = texts === 0 ? shapeOf(text) : shape && addShape(shape, text);
    texts += 1;
    hasLeadingZeros ||= LEADING_ZERO.test(text);
    if (values.size <= MOST_VALUES) values.add(text);
  }
  const isOfTexts = texts > 0 && texts === cells;
  const isList = isOfTexts && values.size <= MOST_VALUES && [...values].every((text) => text.length <= LONGEST_VALUE);
  const isOfDates = types.includes('datetime') && !Number.isNaN(dateOf(table, blocks[0]?.table.firstRow ?? 0, blocks[0]?.index ?? 0));
  const unit = types.includes('number') ? unitOf(column) : undefined;
  return {
    name: header,
    ...countRows(column),
    types: cells === 0 ? [] : types,
    isUnique: isUnique(column),
    isNamedLikeKey: isKeyLike(header) || isNameLike(header),
    hasLeadingZeros,
    ...(isList && { values: [...values] }),
    ...(isOfTexts && shape && { shape }),
    ...(!isOfDates && min <= max && { min, max }),
    ...(unit !== undefined && { unit }),
  };
}

function countRows({ table, blocks }: DataColumn): { readonly rows: number; readonly blanks: number } {
  let [rows, blanks] = [0, 0];
  for (const { row, index } of rowsOf(blocks)) {
    rows += 1;
    if (kindOfCell(table, row, index) === 'blank') blanks += 1;
  }
  return { rows, blanks };
}

function isUnique(column: DataColumn): boolean {
  const seen = new FirstRows();
  for (const { row, column: index } of cellsOf(column)) if (seen.put(column.table.sheet, row, [index]) !== undefined) return false;
  return !seen.isFull;
}

/** The unit that the header says, or else every number format; none where they differ. */
function unitOf(column: DataColumn): string | undefined {
  const formats = column.table.isText ? [] : formatsOf(column).map(({ format }) => unitOfFormat(format));
  const inHeader = unitInHeader(column.header);
  const [ofFormat] = formats;
  const unit = inHeader !== undefined && (isKnownUnit(inHeader) || MEASURE.test(inHeader)) ? inHeader : ofFormat;
  if (unit === undefined || !(isKnownUnit(unit) || MEASURE.test(unit))) return undefined;
  const isSaid = hasUnit(column.header, unit) || unit === inHeader;
  const fits = formats.every((one) => (one === undefined ? isSaid : isUnit(one, unit)));
  return fits ? unit : undefined;
}
