import type { CellRange } from '@preflag/core';
import type { SheetDiff, SheetPair } from './sheet-diff.ts';

/** Where the rows and columns of one sheet went. */
export class SheetMoves {
  /** Nothing moved. */
  readonly isStill: boolean;
  /** What was above is above still, and what was on the left. */
  readonly keepsOrder: boolean;
  readonly #rows: Int32Array;
  readonly #columns: Int32Array;
  /** Rows and columns of the sheet after that were not there before. */
  readonly #newRows: Uint8Array;
  readonly #newColumns: Uint8Array;
  /** Where the rows of a range went, by `first last`. */
  readonly #spans: Map<string, Span | undefined> = new Map();

  constructor({ before, after }: SheetPair, diffs: readonly SheetDiff[]) {
    const rows = new Int32Array(before.rowCount).fill(UNKNOWN);
    const columns = new Int32Array(before.columnCount).fill(UNKNOWN);
    for (const diff of diffs) {
      for (const pair of [...diff.frame, ...diff.rows]) if (rows[pair.before] === UNKNOWN) rows[pair.before] = pair.after;
      for (const { row } of diff.lost) if (rows[row] === UNKNOWN) rows[row] = GONE;
      for (const pair of diff.columns)
        if (pair.before < before.columnCount && columns[pair.before] === UNKNOWN)
          columns[pair.before] = pair.after < after.columnCount ? pair.after : GONE;
    }
    this.#rows = filledIn(rows);
    this.#columns = filledIn(columns);
    this.#newRows = unmet(this.#rows, after.rowCount);
    this.#newColumns = unmet(this.#columns, after.columnCount);
    this.isStill = isIdentity(this.#rows) && isIdentity(this.#columns);
    this.keepsOrder = isRising(this.#rows) && isRising(this.#columns);
  }

  /** True where a reference to cells before leads to the same cells after, and else only to ones that came to their ends. */
  leadsTo(before: CellRange, after: CellRange): boolean {
    const rows = this.#spanOf('row', before.top, before.bottom);
    const columns = this.#spanOf('column', before.left, before.right);
    const isSingle = before.top === before.bottom && before.left === before.right;
    return (
      rows !== undefined &&
      columns !== undefined &&
      (isSingle
        ? rows.first === after.top && rows.last === after.bottom && columns.first === after.left && columns.last === after.right
        : reaches(rows, after.top, after.bottom, this.#newRows) && reaches(columns, after.left, after.right, this.#newColumns))
    );
  }

  /** Where rows or columns went, from the first to the last that is left; as they were where none is on the sheet. */
  #spanOf(along: 'row' | 'column', first: number, last: number): Span | undefined {
    const key = `${along} ${first} ${last}`;
    if (this.#spans.has(key)) return this.#spans.get(key);
    const map = along === 'row' ? this.#rows : this.#columns;
    let span: Span | undefined;
    const meet = (to: number): void => {
      span = span ? { first: Math.min(span.first, to), last: Math.max(span.last, to) } : { first: to, last: to };
    };
    for (let index = first; index <= Math.min(last, map.length - 1); index += 1) if (map[index]! >= 0) meet(map[index]!);
    const beyond = shiftAtEnd(map);
    if (first >= map.length) meet(first + beyond);
    if (last >= map.length) meet(last + beyond);
    this.#spans.set(key, span);
    return span;
  }
}

interface Span {
  readonly first: number;
  readonly last: number;
}

const UNKNOWN = -2;
const GONE = -1;

/** Rows that nothing is known of, being blank, went with the one before them. */
function filledIn(map: Int32Array): Int32Array {
  let shift = 0;
  for (const [index, to] of map.entries()) {
    if (to >= 0) shift = to - index;
    else if (to === UNKNOWN) map[index] = index + shift;
  }
  return map;
}

function unmet(map: Int32Array, count: number): Uint8Array {
  const isNew = new Uint8Array(count).fill(1);
  for (const to of map) if (to >= 0 && to < count) isNew[to] = 0;
  return isNew;
}

function isIdentity(map: Int32Array): boolean {
  return map.every((to, index) => to === index);
}

function isRising(map: Int32Array): boolean {
  let highest = -1;
  return map.every((to) => {
    if (to < 0) return true;
    const isAbove = to > highest;
    highest = Math.max(highest, to);
    return isAbove;
  });
}

/** How far what is behind the end went. */
function shiftAtEnd(map: Int32Array): number {
  for (let index = map.length - 1; index >= 0; index -= 1) if (map[index]! >= 0) return map[index]! - index;
  return 0;
}

function reaches({ first, last }: Span, from: number, to: number, isNew: Uint8Array): boolean {
  if (from > first || to < last) return false;
  for (let index = from; index <= to; index += 1) if ((index < first || index > last) && isNew[index] === 0) return false;
  return true;
}
