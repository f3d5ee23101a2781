import type { CellRange } from '@preflag/core';
import type { SheetColumn, SheetTable } from '../layout.ts';
import type { CellKind, Sheet } from '../model.ts';
import type { Header } from './find-header.ts';
import { findHeader } from './find-header.ts';
import { mergesFrom } from './merge-index.ts';
import type { Region } from './regions.ts';
import { regionsOf, visitRows } from './regions.ts';
import { ColumnSheet } from '../store/column-sheet.ts';
import { totalWord } from './total-words.ts';

/**
 * The tables of a sheet, from top to bottom and left to right. Found once per sheet: one look at each cell for the blocks, and
 * a bounded number of rows of each for its header and kinds. Titles above and notes below belong to no table.
 */
export function tablesOf(sheet: Sheet): readonly SheetTable[] {
  let tables = known.get(sheet);
  if (!tables) known.set(sheet, (tables = findTables(sheet)));
  return tables;
}

const known = new WeakMap<Sheet, readonly SheetTable[]>();

/** A table while its blocks are put together. */
interface Draft {
  region: Region;
  readonly header: Header;
}

/** Blank rows between blocks of one table. */
const LARGEST_GAP = 3;
/** Tables that a block may go on with: the last ones, so that a sheet of very many blocks stays cheap. */
const MOST_OPEN = 50;

function findTables(sheet: Sheet): SheetTable[] {
  const drafts: Draft[] = [];
  const regions = regionsOf(sheet);
  for (const region of regions) {
    const header = findHeader(sheet, region);
    const above = drafts.slice(-MOST_OPEN).findLast((draft) => continues(sheet, draft, region, header));
    if (above) above.region = { ...above.region, bottom: region.bottom };
    else if (isTable(sheet, region, header, regions.length)) drafts.push({ region, header });
  }
  return drafts.map((draft) => tableOf(sheet, draft));
}

/** A block below a table, within its columns, is more of it unless it has a header of its own. */
function continues(sheet: Sheet, { region: above, header: its }: Draft, region: Region, header: Header): boolean {
  const gap = region.top - above.bottom - 1;
  if (gap < 0 || gap > LARGEST_GAP || region.left < above.left || region.right > above.right) return false;
  if (region.top === region.bottom && rowTotalWord(sheet, region, region.top) === 'is') return true;
  if (header.isStrong || its.row < 0 || region.right - region.left < (above.right - above.left) / 2) return false;
  for (let column = region.left; column <= region.right; column++) {
    const [one, other] = [majorityOf(sheet, column, its.first, above.bottom), majorityOf(sheet, column, region.top, region.bottom)];
    if (one !== other && one !== 'blank' && other !== 'blank') return false;
  }
  return true;
}

/** Blocks of one cell, lines of text, and single rows beside other blocks are titles and notes. */
function isTable(sheet: Sheet, region: Region, header: Header, regionCount: number): boolean {
  const rows = region.bottom - region.top + 1;
  const columns = region.right - region.left + 1;
  if (rows === 1) return columns > 1 && header.row >= 0 && (columns > 2 || regionCount === 1);
  if (columns === 1) return header.isStrong || (header.row >= 0 && rows > 2 && regionCount === 1);
  return true;
}

function tableOf(sheet: Sheet, { region, header }: Draft): SheetTable {
  const totalRows: number[] = [];
  const filledIn = filledCells(sheet, region);
  let lastRow = header.first - 1;
  for (let row = header.first; row <= region.bottom; row++) {
    const filled = filledIn[row - region.top] ?? 0;
    if (filled === 0) continue;
    const word = rowTotalWord(sheet, region, row);
    const isTotal =
      word === 'is'
        ? filled > 1 || region.left === region.right
        : word === 'has' && hasTotalForm(sheet, region, row, row === region.bottom || filledIn[row + 1 - region.top] === 0);
    if (isTotal) totalRows.push(row);
    else lastRow = row;
  }
  const firstNote = Math.max(header.first, lastRow - MOST_NOTES);
  while (lastRow >= firstNote && filledIn[lastRow - region.top] === 1 && isNote(sheet, region, lastRow)) lastRow--;
  while (lastRow >= header.first && (totalRows.includes(lastRow) || filledIn[lastRow - region.top] === 0)) lastRow--;
  const columns: SheetColumn[] = [];
  const merges = mergesFrom(sheet, region.top, header.row);
  for (let index = region.left; index <= region.right; index++) {
    columns.push({ index, name: nameOf(sheet, region, header, merges, index), majority: majorityOf(sheet, index, header.first, lastRow) });
  }
  return { sheet, headerRow: header.row, firstRow: header.first, lastRow, totalRows, columns };
}

/** How many cells of each row of a region are filled, counted up to two. */
function filledCells(sheet: Sheet, region: Region): Uint8Array {
  const filled = new Uint8Array(region.bottom - region.top + 1);
  const full = { rows: 0 };
  for (let column = region.left; column <= region.right && full.rows < filled.length; column++) {
    visitRows(sheet, column, region.top, region.bottom, (row) => {
      const count = filled[row - region.top]!;
      if (count === 2) return;
      filled[row - region.top] = count + 1;
      if (count === 1) full.rows++;
    });
  }
  return filled;
}

/** What the first text among the first three columns of a row says of totals. */
function rowTotalWord(sheet: Sheet, region: Region, row: number): Word {
  for (let column = region.left; column <= Math.min(region.right, region.left + 2); column++) {
    if (sheet.kind(row, column) === 'string') return wordOfText(sheet, row, column);
  }
  return 'no';
}

/** What the texts of a store say of totals, by their ids. */
const words = new WeakMap<object, WordsById>();

type Word = 'is' | 'has' | 'no';
const WORDS: readonly (Word | undefined)[] = [undefined, 'is', 'has', 'no'];

/** One byte for each text: labels repeat, and sheets share their texts with other sheets. */
class WordsById {
  #codes: Uint8Array = new Uint8Array(1 << 10);

  get(id: number): Word | undefined {
    return WORDS[this.#codes[id] ?? 0];
  }

  set(id: number, word: Word): void {
    if (id >= this.#codes.length) {
      const longer = new Uint8Array(Math.max(this.#codes.length * 2, id + 1));
      longer.set(this.#codes);
      this.#codes = longer;
    }
    this.#codes[id] = WORDS.indexOf(word);
  }
}

function wordOfText(sheet: Sheet, row: number, column: number): Word {
  const strings = sheet instanceof ColumnSheet ? sheet.store.strings : undefined;
  const owner = strings ?? sheet;
  let known = words.get(owner);
  if (!known) words.set(owner, (known = new WordsById()));
  const id = sheet.stringId(row, column);
  let word = known.get(id);
  // Most labels of large tables are numbers and codes, which need not be looked at as text.
  if (word === undefined) known.set(id, (word = strings?.isCode(id) ? 'no' : totalWord(sheet.text(row, column))));
  return word;
}

/** `Total North` is the label of a total where the row adds up, or where it ends the block; else it may be a name. */
function hasTotalForm(sheet: Sheet, region: Region, row: number, isAtEnd: boolean): boolean {
  let numbers = 0;
  for (let column = region.left; column <= region.right; column++) {
    if (/\b(?:SUM|SUBTOTAL|AGGREGATE)\(/.test(sheet.formula(row, column) ?? '')) return true;
    if (sheet.kind(row, column) === 'number') numbers++;
  }
  return numbers > 0 && isAtEnd;
}

/** Lines of text below a table that are taken for notes, at most. */
const MOST_NOTES = 20;

/** A line of text alone in its row, below a table of several columns. */
function isNote(sheet: Sheet, region: Region, row: number): boolean {
  if (region.right - region.left < 2) return false;
  for (let column = region.left; column <= region.right; column++) if (sheet.kind(row, column) === 'string') return true;
  return false;
}

/** The header's text; where cells above are merged over several columns, theirs comes first, and where down to it, theirs alone. */
function nameOf(sheet: Sheet, region: Region, header: Header, merges: readonly CellRange[], column: number): string {
  if (header.row < 0) return '';
  const names: string[] = [];
  for (const { top, left, bottom, right } of merges) {
    if (column < left || column > right) continue;
    const isTitle = left <= region.left && right >= region.right;
    const isGroup = right > left && bottom < header.row && !isTitle;
    if (isGroup || (bottom >= header.row && top < header.row)) names.push(cleanName(sheet.text(top, left)));
  }
  const own = cleanName(sheet.text(header.row, column));
  if (own !== '') names.push(own);
  return names.filter((name, index) => name !== '' && names.indexOf(name) === index).join(' ');
}

function cleanName(text: string): string {
  return text.replaceAll(/[\s\u00A0]+/g, ' ').trim();
}

const SAMPLE_ROWS = 200;

/** The kind of most cells of a column that are not blank, from up to 200 rows spread evenly. */
function majorityOf(sheet: Sheet, column: number, first: number, last: number): SheetColumn['majority'] {
  const counts = new Map<CellKind | 'date', number>();
  const step = Math.max(1, Math.ceil((last - first + 1) / SAMPLE_ROWS));
  for (let row = first; row <= last; row += step) {
    const kind = sheet.kind(row, column);
    if (kind === 'blank') continue;
    const seen = kind === 'number' && sheet.isDate(row, column) ? 'date' : kind;
    counts.set(seen, (counts.get(seen) ?? 0) + 1);
  }
  let majority: SheetColumn['majority'] = 'blank';
  for (const [kind, count] of counts) if (count > (counts.get(majority) ?? 0)) majority = kind;
  return majority;
}
