import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Position } from '@preflag/core';
import { CR, IS_QUOTED, LF } from './cell-bytes.ts';
import { RowCutter, textsOf, type CutRow, type RowMark } from './row-cutter.ts';
import { cutText } from './text-pieces.ts';
import type { TableParts } from './stored-table.ts';

/** A row that was looked up. */
export interface FoundRow {
  readonly index: number;
  readonly line: number;
  readonly nextLine: number;
  readonly cells: readonly string[];
  /** Where each cell begins, its quote included. */
  readonly starts: readonly Position[];
}

/** A mark is kept for every so many bytes of a table that is walked. */
const MARK_BYTES = 1 << 14;
/** Text that is read to look a row up, where no walk left marks behind it. */
const MOST_BYTES = 1 << 20;
/** Files in other encodings than UTF-8 are decoded as a whole to look rows up, unless they are larger. */
const LARGEST_DECODED = 64 << 20;

/** Looks up single rows of a table by marks that walks leave, so that a place can be described without reading all. */
export class RowFinder {
  readonly #parts: TableParts;
  readonly #marks: RowMark[];
  #decoded: Buffer | undefined;
  /** Places come in the order of the file: the rows around the last one are likely to be asked for next. */
  #near: readonly FoundRow[] = [];

  constructor(parts: TableParts) {
    this.#parts = parts;
    this.#marks = [parts.start];
  }

  /** Keeps a mark of the row, if it is far enough behind the last one. */
  pass({ index, line, byte }: CutRow): void {
    if (byte - this.#marks.at(-1)!.byte >= MARK_BYTES) this.#marks.push({ index, line, byte });
  }

  atIndex(index: number): FoundRow | undefined {
    return this.#find(
      (mark) => mark.index <= index,
      (row) => row.index === index,
    );
  }

  atLine(line: number): FoundRow | undefined {
    return this.#find(
      (mark) => mark.line <= line,
      (row) => line >= row.line && line < row.nextLine,
    );
  }

  #find(isBefore: (mark: RowMark) => boolean, isIt: (row: FoundRow) => boolean): FoundRow | undefined {
    const near = this.#near.find(isIt);
    if (near) return near;
    const at = this.#marks.findLastIndex(isBefore);
    const mark = this.#marks[at];
    if (!mark) return undefined;
    const bytes = this.#read(mark.byte, this.#marks[at + 1]?.byte ?? mark.byte + MOST_BYTES);
    const rows: FoundRow[] = [];
    cutText(bytes, true, new RowCutter(this.#parts.dialect, this.#parts.limits, mark), (row) => void rows.push(foundRow(row)));
    this.#near = rows;
    return rows.find(isIt);
  }

  #read(start: number, end: number): Buffer {
    const { path, encoded } = this.#parts;
    if (encoded.encoding !== 'utf-8') return this.#decode().subarray(start, end);
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(end - start);
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, encoded.markBytes + start));
    } finally {
      closeSync(file);
    }
  }

  #decode(): Buffer {
    if (this.#decoded) return this.#decoded;
    const bytes = readFileSync(this.#parts.path);
    const text = bytes.length > LARGEST_DECODED ? '' : new TextDecoder(this.#parts.encoded.encoding).decode(bytes);
    return (this.#decoded = Buffer.from(text, 'utf8'));
  }
}

function foundRow(row: CutRow): FoundRow {
  const { index, line, bytes, first, next } = row;
  const starts: Position[] = [];
  let [at, lineStart, current] = [first, first, line];
  const passBreaks = (end: number): void => {
    for (; at < end; at++) {
      if (bytes[at] !== LF && (bytes[at] !== CR || bytes[at + 1] === LF)) continue;
      current++;
      lineStart = at + 1;
    }
  };
  for (let column = 0; column < row.length; column++) {
    const start = row.starts[column]!;
    const begin = (row.characters[column]! & IS_QUOTED) === 0 ? start : start - 1;
    passBreaks(begin);
    starts.push({ line: current, column: bytes.toString('utf8', lineStart, begin).length + 1 });
  }
  passBreaks(next);
  return { index, line, nextLine: row.lineEnd === '' ? current + 1 : current, cells: textsOf(row), starts };
}
