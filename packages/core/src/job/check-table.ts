import { messageOf } from '../errors.ts';
import { compileFinder, compilePattern } from '../pattern.ts';
import { isInside } from './paths.ts';
import type { ColumnExpectation, ColumnType, TableExpectation } from './types.ts';
import type { Mistake } from '../file/validate.ts';

/** What a schema cannot say of the columns of a table: bounds, patterns and values that fit no cell, and columns that are not listed. */
export function checkTable({ columns, key = [], sortedBy = [] }: TableExpectation, at: string): readonly Mistake[] {
  const listed = columns && new Set(columns.map(({ name }) => fold(name)));
  const unlisted = (column: string, pointer: string, what: string): readonly Mistake[] =>
    !listed || listed.has(fold(column))
      ? []
      : [{ pointer: `${at}/${pointer}`, text: `'${column}' is ${what} and is not among the columns. Add it to them, or mend its name.` }];
  return [
    ...(columns ?? []).flatMap((column, index) => checkColumn(column, `${at}/columns/${index}`)),
    ...key.flatMap((column, index) => unlisted(column, `key/${index}`, 'a part of the key')),
    ...sortedBy.flatMap(({ column }, index) => unlisted(column, `sortedBy/${index}`, 'to be sorted by')),
  ];
}

/** Says what is wrong with a pattern. */
export function checkPattern(pattern: string, pointer: string): readonly Mistake[] {
  try {
    compilePattern(pattern);
    return [];
  } catch (error) {
    const text = `The pattern '${pattern}' cannot be read: ${messageOf(error)}. Patterns are in the syntax of RE2, without look-around and back-references.`;
    return [{ pointer, text }];
  }
}

/** Says what is wrong with a pattern that is looked for within texts: it must stand for something. */
export function checkFinder(pattern: string, pointer: string): readonly Mistake[] {
  const mistakes = checkPattern(pattern, pointer);
  if (mistakes.length > 0 || EMPTY_IN.every((text) => compileFinder(pattern)(text).every((match) => match.text !== ''))) return mistakes;
  return [
    { pointer, text: `The pattern '${pattern}' matches the empty text, which stands everywhere. Write what must stand there at least.` },
  ];
}

/** Texts with all kinds of places between characters: ends, inside of a word, at its end, between two signs. */
const EMPTY_IN = ['', 'ab  c'];

/** Headers are found without regard to case and white space. */
function fold(header: string): string {
  return header.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

function checkColumn(column: ColumnExpectation, at: string): readonly Mistake[] {
  const { type, values = [], pattern, in: reference } = column;
  return [
    ...checkBounds(column, at),
    ...values.flatMap((value, index) =>
      type !== undefined && !isOfType(value, type)
        ? [
            {
              pointer: `${at}/values/${index}`,
              text: `${shown(value)} is not ${TYPE_WORDS[type]}, which the column's type is.${quoteHint(value, type)}`,
            },
          ]
        : [],
    ),
    ...(pattern === undefined ? [] : checkPattern(pattern, `${at}/pattern`)),
    ...(reference?.file === undefined || isInside(reference.file)
      ? []
      : [
          {
            pointer: `${at}/in/file`,
            text: `The path '${reference.file}' leaves its folder. Give a path inside it, without a leading slash or '..'.`,
          },
        ]),
  ];
}

function checkBounds({ type, min, max }: ColumnExpectation, at: string): readonly Mistake[] {
  const wrong = [['min', min] as const, ['max', max] as const].flatMap(([key, bound]) =>
    bound === undefined ? [] : wrongBound(bound, type).map((text) => ({ pointer: `${at}/${key}`, text })),
  );
  if (wrong.length > 0 || min === undefined || max === undefined) return wrong;
  if (typeof min !== typeof max)
    return [{ pointer: `${at}/max`, text: `min is ${shown(min)} and max is ${shown(max)}: one is a number and the other a date.` }];
  return min > max ? [{ pointer: `${at}/min`, text: `min is ${shown(min)} and max is ${shown(max)}: nothing fits between them.` }] : [];
}

/** Numbers for numbers, dates for dates; without a type either. */
function wrongBound(bound: number | string, type: ColumnType | undefined): readonly string[] {
  if (type === 'text' || type === 'boolean') return [`A column of the type ${type} has no bounds. Leave them out, or mend the type.`];
  const isForDates = type === 'date' || type === 'datetime';
  if (typeof bound === 'number') return isForDates ? [`${bound} is a number; the bounds of dates are written like 2024-01-31.`] : [];
  if (type !== undefined && !isForDates) return [`${shown(bound)} is text; the bounds of numbers are numbers, without quotes.`];
  return isIsoDate(bound) ? [] : [`${shown(bound)} is no date such as 2024-01-31 or 2024-01-31T12:30.`];
}

const TYPE_WORDS: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  number: 'a number',
  integer: 'a whole number',
  date: 'a date such as 2024-01-31',
  datetime: 'a date such as 2024-01-31T12:30',
  boolean: 'true or false',
};

function isOfType(value: string | number | boolean, type: ColumnType): boolean {
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'number' || type === 'integer') return typeof value === 'number' && (type === 'number' || Number.isInteger(value));
  return typeof value === 'string' && (type === 'text' || isIsoDate(value));
}

function quoteHint(value: string | number | boolean, type: ColumnType): string {
  return type === 'text' ? ` Put it in quotes: "${value}".` : '';
}

function shown(value: string | number | boolean): string {
  return JSON.stringify(value);
}

/** A day of the calendar, with or without a time of day. */
function isIsoDate(text: string): boolean {
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/.exec(text)?.[1];
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  // `2024-02-31` would be taken for the second of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day ?? '');
}
