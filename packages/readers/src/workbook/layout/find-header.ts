import type { CellKind, Sheet } from '../model.ts';
import { mergesFrom } from './merge-index.ts';
import type { Region } from './regions.ts';
import { isHeld } from './regions.ts';
import { totalWord } from './total-words.ts';

/** Rows at the top of a region in which a header is looked for, and rows below it that show what the data are. */
const HEADER_ROWS = 20;
const BODY_ROWS = 30;
const LONGEST_NAME = 120;

/** A header row of a region, or -1; `first` is the first data row; rows above the header (or above the data) are titles. */
export interface Header {
  readonly row: number;
  readonly first: number;
  /** The cells below are of other kinds than the header's, so that it is surely one. */
  readonly isStrong: boolean;
}

/** Finds the header of a region, looking at a bounded number of its rows. */
export function findHeader(sheet: Sheet, region: Region): Header {
  const lastTry = Math.min(region.bottom, region.top + HEADER_ROWS);
  let firstFull = -1;
  for (let row = region.top; row <= lastTry; row++) {
    if (!isWide(sheet, region, row)) continue;
    if (firstFull < 0) firstFull = row;
    if (!looksLikeNames(sheet, region, row)) break;
    const below = lowestHeader(sheet, region, row, lastTry);
    const isStrong = hasOtherKindsBelow(sheet, region, below);
    if (isStrong || !repeatsBelow(sheet, region, below)) return { row: below, first: below + 1, isStrong };
    break;
  }
  return { row: -1, first: firstFull < 0 ? region.top : firstFull, isStrong: false };
}

/** Headers of several rows: the last that looks like names while the data below it do not. */
function lowestHeader(sheet: Sheet, region: Region, row: number, lastTry: number): number {
  let lowest = row;
  for (let next = row + 1; next <= Math.min(lastTry, row + 3); next++) {
    if (!isWide(sheet, region, next) || !looksLikeNames(sheet, region, next)) break;
    if (hasMoreOtherKinds(sheet, region, next, lowest) || isCoveredByMerge(sheet, region, lowest)) lowest = next;
    else break;
  }
  return hasOtherKindsBelow(sheet, region, lowest) ? lowest : row;
}

/** Without these rows, what is below differs from a header in more columns: they belong to the header. */
function hasMoreOtherKinds(sheet: Sheet, region: Region, next: number, before: number): boolean {
  if (next >= region.bottom) return false;
  let textBelow = 0;
  let filled = 0;
  for (let column = region.left; column <= region.right; column++) {
    if (sheet.kind(next, column) !== 'string' || sheet.kind(before, column) === 'blank') continue;
    filled++;
    if (majorityBelow(sheet, region, next, column) === 'string') textBelow++;
  }
  // A first data row of text only would be followed by more of them.
  return filled > 0 && textBelow === 0;
}

/** Cells of the row are merged over several columns, but not over all. */
function isCoveredByMerge(sheet: Sheet, region: Region, row: number): boolean {
  return mergesFrom(sheet, region.top, row).some(
    ({ left, right, bottom }) =>
      row <= bottom && right > left && left >= region.left && right <= region.right && right - left < region.right - region.left,
  );
}

/** At least half of the region's columns are filled, merged cells counted with all of theirs. */
function isWide(sheet: Sheet, region: Region, row: number): boolean {
  const width = region.right - region.left + 1;
  let filled = 0;
  for (let column = region.left; column <= region.right; column++) if (isHeld(sheet, row, column)) filled++;
  return filled >= Math.max(Math.min(2, width), Math.ceil(width / 2));
}

/** Texts, and numbers only where they are like those of headers: years, dates, or counted up. */
function looksLikeNames(sheet: Sheet, region: Region, row: number): boolean {
  const numbers: number[] = [];
  let texts = 0;
  let dates = 0;
  for (let column = region.left; column <= region.right; column++) {
    const kind = sheet.kind(row, column);
    if (kind === 'string') {
      const text = sheet.text(row, column);
      if (text.length > LONGEST_NAME || (column === region.left && totalWord(text) === 'is')) return false;
      texts++;
    } else if (kind === 'number') {
      numbers.push(sheet.number(row, column));
      if (sheet.isDate(row, column)) dates++;
    } else if (kind === 'boolean' || kind === 'error') return false;
  }
  if (numbers.length === 0) return texts > 0;
  const isCornerBlank = !isHeld(sheet, row, region.left);
  if (texts === 0 && !isCornerBlank) return false;
  if (dates > 0) return dates === numbers.length && dates > 1 && isAscending(numbers);
  if (numbers.every(isYear))
    return numbers.length > 1 ? isAscending(numbers) || isAscending(numbers.toReversed()) : texts > 1 || isCornerBlank;
  return numbers.length > 2 && numbers.every((number, index) => index === 0 || number === numbers[index - 1]! + 1);
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= 1900 && number <= 2100;
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);
}

function hasOtherKindsBelow(sheet: Sheet, region: Region, row: number): boolean {
  for (let column = region.left; column <= region.right; column++) {
    const kind = sheet.kind(row, column);
    if (kind === 'blank') continue;
    const below = majorityBelow(sheet, region, row, column);
    if (kind === 'string' && below !== 'blank' && below !== 'string') return true;
  }
  return false;
}

function majorityBelow(sheet: Sheet, region: Region, row: number, column: number): CellKind {
  const counts: Record<CellKind, number> = { blank: 0, number: 0, string: 0, boolean: 0, error: 0 };
  for (let below = row + 1; below <= Math.min(region.bottom, row + BODY_ROWS); below++) {
    const kind = sheet.kind(below, column);
    counts[kind === 'blank' && sheet.formulaId(below, column) !== 0 ? 'number' : kind]++;
  }
  const kinds: readonly CellKind[] = ['number', 'string', 'boolean', 'error'];
  const most = kinds.reduce((best, kind) => (counts[kind] > counts[best] ? kind : best), 'number');
  return counts[most] === 0 ? 'blank' : most;
}

/** A text of the row comes again in its column below: it is data, then. */
function repeatsBelow(sheet: Sheet, region: Region, row: number): boolean {
  for (let column = region.left; column <= region.right; column++) {
    const name = sheet.stringId(row, column);
    if (name === 0) continue;
    for (let below = row + 1; below <= Math.min(region.bottom, row + BODY_ROWS); below++)
      if (sheet.stringId(below, column) === name) return true;
  }
  return false;
}
