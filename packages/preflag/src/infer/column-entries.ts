import { joinShapes, patternOf, type ColumnTraits } from '@preflag/checker-spreadsheet/traits';
import { COLUMN_TYPES, type ColumnType } from '@preflag/core';
import type { Entry, Item } from './draft.ts';
import { common, generalise, seenIn } from './seen.ts';

/** Fewer rows say nothing of what must always be. */
const LEAST_ROWS = 5;
const LEAST_CODES = 10;
/** A list of values is one where each stands so often. */
const LEAST_LISTED = 20;
const ROWS_PER_VALUE = 4;
const MOST_VALUES = 15;

/** A column of one or several examples. */
export interface ColumnExamples {
  readonly name: string;
  /** Of the examples that have it. */
  readonly traits: readonly ColumnTraits[];
}

/** What the examples of a column have in common; `all` is how many tables there are. */
export function columnItem({ name, traits }: ColumnExamples, all: number, isKey: boolean): Item {
  const rows = traits.reduce((sum, one) => sum + one.rows, 0);
  const type = typeOf(traits);
  const isFilled = rows >= LEAST_ROWS && traits.every(({ blanks }) => blanks === 0);
  const isPeriod = traits.length === 1 && generalise(name) !== name;
  const isOff = traits.length < all || (all === 1 && isPeriod);
  const note = [seenIn(traits.length, all), ...(isOff && isPeriod ? ['the date or number in it may differ'] : [])].join('; ');
  return {
    name,
    isFlow: true,
    note: traits.length === all && !isOff && all === 1 ? `${rows.toLocaleString('en-US')} rows seen` : note,
    ...(isOff && { isOff }),
    entries: [
      { key: 'name', value: name },
      ...(type === undefined ? [] : [{ key: 'type', value: type }]),
      ...unitEntry(traits),
      ...(isFilled && !isKey ? [{ key: 'required', value: true }] : []),
      ...(isFilled && !isKey && isCode(traits, rows) ? [{ key: 'unique', value: true }] : []),
      ...(type === 'text' ? textEntries(traits, rows) : []),
      ...(type === 'number' || type === 'integer' ? boundEntries(traits) : []),
    ],
  };
}

/** True for a column that names its rows: never blank, never twice the same, and called an id. */
export function isKeyColumn({ traits }: ColumnExamples, all: number): boolean {
  const rows = traits.reduce((sum, one) => sum + one.rows, 0);
  return traits.length === all && rows >= LEAST_ROWS && traits.every((one) => one.isUnique && one.blanks === 0 && one.isNamedLikeKey);
}

/** The narrowest type that all values are of. Whole numbers are by chance where there are few, or where they are amounts. */
function typeOf(traits: readonly ColumnTraits[]): ColumnType | undefined {
  const filled = traits.filter(({ types, rows, blanks }) => types.length > 0 || rows > blanks);
  const shared = new Set(COLUMN_TYPES.filter((type) => filled.length > 0 && filled.every(({ types }) => types.includes(type))));
  if (filled.some(({ hasLeadingZeros }) => hasLeadingZeros)) return shared.has('text') ? 'text' : undefined;
  const order: readonly ColumnType[] = ['boolean', 'date', 'datetime', 'integer', 'number', 'text'];
  const narrowest = order.find((type) => shared.has(type));
  const isCount = traits.every(({ isNamedLikeKey, unit, rows }) => isNamedLikeKey || (unit === undefined && rows >= LEAST_LISTED));
  return narrowest === 'integer' && !isCount ? 'number' : narrowest;
}

function isCode(traits: readonly ColumnTraits[], rows: number): boolean {
  return rows >= LEAST_CODES && traits.every(({ isUnique, isNamedLikeKey }) => isUnique && isNamedLikeKey);
}

function unitEntry(traits: readonly ColumnTraits[]): readonly Entry[] {
  const unit = common(traits.map((one) => one.unit));
  return unit === undefined ? [] : [{ key: 'unit', value: unit }];
}

/** A pattern for codes, else the list of values where there are few. */
function textEntries(traits: readonly ColumnTraits[], rows: number): readonly Entry[] {
  const [first, ...others] = traits.map(({ shape }) => shape);
  const shape = others.reduce((joined, other) => joined && other && joinShapes(joined, other), first);
  const lists = traits.map(({ values }) => values);
  const values = lists.every((list) => list !== undefined) ? [...new Set(lists.flat())].toSorted() : [];
  const isList = values.length > 1 && values.length <= MOST_VALUES && rows >= Math.max(LEAST_LISTED, values.length * ROWS_PER_VALUE);
  if (isList) return [{ key: 'values', value: values }];
  return shape && rows >= LEAST_CODES ? [{ key: 'pattern', value: patternOf(shape) }] : [];
}

/** Bounds are what was seen, and nothing that was asked: off. */
function boundEntries(traits: readonly ColumnTraits[]): readonly Entry[] {
  const [min, max] = [Math.min(...traits.map((one) => one.min ?? Infinity)), Math.max(...traits.map((one) => one.max ?? -Infinity))];
  if (min > max) return [];
  return [
    { key: 'min', value: min, isOff: true },
    { key: 'max', value: max, isOff: true },
  ];
}
