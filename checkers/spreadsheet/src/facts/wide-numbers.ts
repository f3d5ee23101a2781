import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';
import { shownWidth } from '../shown-width.ts';

/** A visible column with numbers that are wider than it: the widest of them. Rows and columns are 0-based. */
interface WideColumn {
  readonly sheet: Sheet;
  readonly column: number;
  readonly row: number;
  /** In digits of the font. */
  readonly needed: number;
  readonly width: number;
  readonly count: number;
}

interface WideNumbers {
  readonly columns: readonly WideColumn[];
  /** Numbers that were looked at. */
  readonly cells: number;
}

/** Numbers that their column has no room for. Merged cells have the room of several, and are left out. */
export const wideNumbers: Fact<'workbook', WideNumbers> = defineFact({
  id: 'spreadsheet/wide-numbers',
  reads: 'workbook',
  item: 'cell',
  only: ['number'],
  start: ({ numberFormats: formats }) => {
    const found = new Map<string, WideColumn & { row: number; needed: number; count: number }>();
    const rooms = new Map<number, Room>();
    let current: Sheet | undefined;
    let columns: (Room | undefined)[] = [];
    let cells = 0;
    return {
      visit({ sheet, row, column, number }: CellCursor) {
        if (sheet !== current) [current, columns] = [sheet, []];
        const room = (columns[column] ??= roomOf(widthOf(sheet, column), formats, rooms));
        cells += 1;
        // Most numbers fit in each of the formats, and most others in their own: what is left is looked at.
        if (number > room.all.from && number < room.all.to) return;
        const format = sheet.format(row, column);
        let own = room.byFormat.get(format);
        if (!own) room.byFormat.set(format, (own = limitOf(room.width, [format])));
        if (number > own.from && number < own.to) return;
        const { width } = room;
        const needed = shownWidth(number, format);
        if (needed === undefined || needed <= width + MARGIN || !isShown(sheet, row, column)) return;
        const key = `${sheet.name} ${column}`;
        const known = found.get(key);
        if (!known) found.set(key, { sheet, column, row, needed, width, count: 1 });
        else {
          known.count += 1;
          if (needed > known.needed) [known.row, known.needed] = [row, needed];
        }
      },
      end: () => ({ columns: [...found.values()], cells }),
    };
  },
});

/** Fonts differ by about this much. */
const MARGIN = 0.75;
/** What a width of the file holds for the padding of a cell (ECMA-376-1, 18.3.1.13: five pixels of seven for a digit). */
const PADDING = 5 / 7;

/** Numbers between these fit. */
interface Limit {
  readonly from: number;
  readonly to: number;
}

/** What fits into columns of one width. */
interface Room {
  readonly width: number;
  readonly all: Limit;
  readonly byFormat: Map<string, Limit>;
}

function roomOf(width: number, formats: readonly string[], known: Map<number, Room>): Room {
  let room = known.get(width);
  if (!room) known.set(width, (room = { width, all: limitOf(width, formats), byFormat: new Map() }));
  return room;
}

/** Up to which power of ten, each way, numbers fit in each of the formats. Formats that bend to the column show every number. */
function limitOf(width: number, formats: readonly string[]): Limit {
  const plain = formats.filter((format) => shownWidth(1, format) !== undefined);
  if (width === Number.POSITIVE_INFINITY || plain.length === 0) return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const fits = (value: number): boolean => plain.every((format) => (shownWidth(value, format) ?? 0) <= width + MARGIN);
  let [from, to] = [0, 0];
  for (let power = 0; power <= LARGEST && fits(-(10 ** power)); power += 1) from = -(10 ** (power + 1)) * NOT_ROUNDED_UP;
  for (let power = 0; power <= LARGEST && fits(10 ** power); power += 1) to = 10 ** (power + 1) * NOT_ROUNDED_UP;
  return { from, to };
}

/** Numbers have as many digits as their power of ten, but for those that are rounded up to the next one. */
const NOT_ROUNDED_UP = 0.999;
/** Beyond, programs show other digits than the number has. */
const LARGEST = 14;

/** The digits that fit into a column; no end for one that is hidden. */
function widthOf({ parts }: Sheet, column: number): number {
  const setting = parts.columns.find(({ first, last }) => column >= first && column <= last);
  if (setting?.hidden) return Number.POSITIVE_INFINITY;
  if (setting?.width !== undefined) return setting.width - PADDING;
  return parts.defaultColumnWidth === 8.43 ? 8.43 : parts.defaultColumnWidth - PADDING;
}

function isShown({ state, merges, parts }: Sheet, row: number, column: number): boolean {
  return (
    state === 'visible' &&
    !parts.hiddenRows.some(({ first, last }) => row >= first && row <= last) &&
    !merges.some(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right)
  );
}
