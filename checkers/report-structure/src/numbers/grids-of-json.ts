import type { Json, JsonObject } from '@preflag/core';
import { gridOf, type GridCell } from './grid.ts';

/** Objects in objects are columns down to this depth: `sales.north`. */
const DEEPEST_COLUMN = 3;
const DEEPEST_GRID = 8;
const MOST_GRIDS = 100;
const MOST_COLUMNS = 200;

type Made = ReturnType<typeof gridOf>;

/**
 * What json holds that can be read as a table: lists of objects, objects of objects by their keys, lists of numbers, and the numbers of a
 * single object as one row.
 */
export function gridsOfJson(file: string, value: Json): { readonly made: readonly Made[]; readonly isCut: boolean } {
  const made: Made[] = [];
  let isCut = false;
  const add = (path: readonly string[], rows: readonly JsonObject[]): void => {
    const cells = rows.map((row) => flat(row));
    const { columns, isCut: isWide } = columnsOf(cells);
    const name = path.length === 0 ? file : `${file}, '${path.join(' › ')}'`;
    isCut ||= isWide || made.length >= MOST_GRIDS;
    if (columns.length > 0 && made.length < MOST_GRIDS)
      made.push(gridOf(name, columns, rows.length, (row, column) => cells[row]?.get(columns[column] ?? '')));
  };
  const visit = (one: Json, path: readonly string[]): void => {
    if (path.length > DEEPEST_GRID) isCut = true;
    else if (Array.isArray(one)) visitList(one, path);
    else if (isObject(one)) visitObject(one, path);
  };
  const visitLists = (record: JsonObject, path: readonly string[]): void => {
    for (const [key, item] of Object.entries(record)) if (Array.isArray(item)) visit(item, [...path, key]);
  };
  const visitList = (list: readonly Json[], path: readonly string[]): void => {
    const records = list.filter(isObject);
    const numbers = list.filter((item) => typeof item === 'number');
    if (records.length > 0) add(path, records);
    if (numbers.length > 0)
      add(
        path,
        numbers.map((number) => ({ [path.at(-1) ?? 'value']: number })),
      );
    for (const record of records) visitLists(record, path);
  };
  const visitObject = (object: JsonObject, path: readonly string[]): void => {
    const entries = Object.entries(object);
    const rows = entries.flatMap(([key, item]) => (isObject(item) ? [{ [path.at(-1) ?? 'key']: key, ...item }] : []));
    if (rows.length > 1 && rows.length === entries.length) {
      add(path, rows);
      for (const row of rows) visitLists(row, path);
    } else {
      add(path, [Object.fromEntries(entries.filter(([, item]) => !isObject(item)))]);
      for (const [key, item] of entries) visit(item, [...path, key]);
    }
  };
  visit(value, []);
  return { made, isCut };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function columnsOf(rows: readonly Map<string, GridCell>[]): { readonly columns: readonly string[]; readonly isCut: boolean } {
  const columns = new Set<string>();
  for (const row of rows) for (const key of row.keys()) columns.add(key);
  return { columns: [...columns].slice(0, MOST_COLUMNS), isCut: columns.size > MOST_COLUMNS };
}

/** Numbers and texts of an object by their keys, those of inner objects joined by points. */
function flat(object: JsonObject, depth = 1): Map<string, GridCell> {
  const cells = new Map<string, GridCell>();
  for (const [key, value] of Object.entries(object)) {
    if (typeof value === 'number' || typeof value === 'string') cells.set(key, value);
    else if (isObject(value) && depth < DEEPEST_COLUMN)
      for (const [inner, cell] of flat(value, depth + 1)) cells.set(`${key}.${inner}`, cell);
  }
  return cells;
}
