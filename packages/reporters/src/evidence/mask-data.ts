import { parseRange, type Json, type JsonObject } from '@preflag/core';
import { maskText } from './mask-text.ts';

/** Numbers of these names count things or say where they stand, and tell nothing of what stands there. */
const COUNTS = new Set(
  `above alike all bytes cells columns count depth digits distinct fewer first formulas last length level line lines lost missing needed
   others page pages row rows section times units usualCount width`.split(/\s+/),
);

/** Texts of these names are addresses of cells, where they look like one; under other names `AB12` may be an article number. */
const ADDRESSES = new Set(['along', 'cell', 'cells', 'neighbour', 'odd', 'omitted', 'parts', 'range', 'subtotal']);

/** Texts of these names are names of files, which stay. */
const FILES = new Set(['path', 'file', 'pattern']);

/**
 * The values of a message without what the delivery says. Names of files, counts and addresses of cells stay: they say
 * where to look.
 * @param files names of files, under whatever name they stand
 */
export function maskData(data: JsonObject, files: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, maskValue(name, value, files)]));
}

function maskValue(name: string, value: Json, files: ReadonlySet<string>): Json {
  if (typeof value === 'number') return COUNTS.has(name) && Number.isInteger(value) ? value : maskText(value.toLocaleString('en-US'));
  if (typeof value === 'string')
    return FILES.has(name) || files.has(value) || (ADDRESSES.has(name) && isAddress(value)) ? value : maskText(value);
  if (value === null || typeof value === 'boolean') return value;
  if (isList(value)) return value.map((item) => maskValue(name, item, files));
  return maskData(value, files);
}

/** `B4`, `$B$4:$C$9`. */
function isAddress(text: string): boolean {
  return /^[A-Z$:\d]+$/.test(text) && parseRange(text) !== undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
