import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { Limits, Location, PlaceDescription, Visitor } from '@preflag/core';
import { columnName, parseRange } from '@preflag/core';
import { ReadError } from '../archive/read-error.ts';
import { foldText } from '../workbook/layout/total-words.ts';
import type { Dialect, Table, TableRow } from './model.ts';
import { cellStarts } from './cell-starts.ts';
import { RowParser } from './row-parser.ts';

/** Where in the file a row begins: one is known for each chunk, so that a place can be looked up without reading all. */
export interface RowMark {
  readonly index: number;
  readonly line: number;
  readonly byte: number;
}

/** A table that is read again from its file for each walk. */
export class StoredTable implements Table {
  readonly kind = 'table';
  readonly file: string;
  readonly dialect: Dialect;
  readonly header: readonly string[];
  readonly firstRow: number;
  readonly #path: string;
  readonly #limits: Limits;
  readonly #marks: readonly RowMark[];

  constructor(file: string, path: string, limits: Limits, dialect: Dialect, header: readonly string[], marks: readonly RowMark[]) {
    this.file = file;
    this.dialect = dialect;
    this.header = header;
    this.firstRow = header.length > 0 ? 1 : 0;
    this.#path = path;
    this.#limits = limits;
    this.#marks = marks;
  }

  async scan(visitors: readonly Visitor[]): Promise<void> {
    const visits = visitors.filter(({ item }) => item === 'row');
    if (visits.length === 0) return;
    const parser = new RowParser(this.dialect, this.#limits);
    const visit = (row: TableRow): void => {
      for (const visitor of visits) visitor.visit(row);
    };
    for await (const text of readText(this.#path, this.dialect)) parser.push(text, false, visit);
    parser.push('', true, visit);
  }

  describe(at: Location): PlaceDescription {
    switch (at.kind) {
      case 'cell': {
        const range = parseRange(at.range);
        return range ? this.#describeCell(range.top, range.left) : { place: at.range, anchor: at.range };
      }
      case 'text':
        return this.#describeText(at.start.line, at.start.column);
      case 'column': {
        const index = this.header.findIndex((name) => foldText(name) === foldText(at.name));
        return { place: at.name, anchor: at.name, ...(index >= 0 && { excerpt: this.header[index] ?? '' }) };
      }
      case 'row':
        return { place: at.key, anchor: at.key };
      case 'file':
        return { place: '', anchor: '' };
      default:
        return { place: at.kind, anchor: at.kind };
    }
  }

  #describeCell(index: number, column: number): PlaceDescription {
    const row = this.#find(
      (mark) => mark.index <= index,
      (found) => found.index === index,
    );
    const name = this.#columnName(column);
    if (!row) return { place: `${name} › row ${index + 1}`, anchor: name };
    const start = cellStarts(row.source, this.dialect, row.line)[column];
    return this.#described(row, column, start ?? { line: row.line, column: 1 });
  }

  #describeText(line: number, column: number): PlaceDescription {
    const row = this.#find(
      (mark) => mark.line <= line,
      (found) => line >= found.line && line < found.nextLine,
    );
    if (!row) return { place: `line ${line}`, anchor: 'line' };
    const starts = cellStarts(row.source, this.dialect, row.line);
    const cell = starts.findLastIndex((start) => start.line < line || (start.line === line && start.column <= column));
    return this.#described(row, Math.max(cell, 0), { line, column });
  }

  #described(row: FoundRow, column: number, at: { readonly line: number; readonly column: number }): PlaceDescription {
    const name = this.#columnName(column);
    const key = row.index < this.firstRow ? 'header' : rowKey(row.cells);
    const label = key === '' ? name : `${name} › ${key}`;
    return { place: `${label} (line ${at.line}, column ${at.column})`, anchor: label, excerpt: row.cells[column] ?? '' };
  }

  #columnName(column: number): string {
    return this.header[column] || columnName(column);
  }

  /** Reads from the last mark that `isBefore` to the row that `isIt`. */
  #find(isBefore: (mark: RowMark) => boolean, isIt: (row: FoundRow) => boolean): FoundRow | undefined {
    const mark = this.#marks.findLast(isBefore);
    if (!mark) return undefined;
    const end = this.#marks[this.#marks.indexOf(mark) + 1]?.byte;
    const text = readTextSync(this.#path, this.dialect, mark.byte, end);
    const parser = new RowParser(this.dialect, this.#limits, mark);
    const rows: { index: number; line: number; cells: readonly string[] }[] = [];
    parser.push(text, true, (row) => void rows.push({ ...row }));
    const lines = text.split(this.dialect.lineEnd === '\r' ? '\r' : '\n');
    for (const [index, row] of rows.entries()) {
      const nextLine = rows[index + 1]?.line ?? mark.line + lines.length;
      const found = { ...row, nextLine, source: lines.slice(row.line - mark.line, nextLine - mark.line).join('\n') };
      if (isIt(found)) return found;
    }
    return undefined;
  }
}

const LONGEST_KEY = 80;

/** What a row is called: its first cell with a letter in it, else its first that is not empty. */
function rowKey(cells: readonly string[]): string {
  const key = cells.find((cell) => /\p{L}/u.test(cell)) ?? cells.find((cell) => cell !== '') ?? '';
  return key.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_KEY);
}

interface FoundRow extends TableRow {
  readonly nextLine: number;
  /** The row as it stands in the file. */
  readonly source: string;
}

const CHUNK_BYTES = 1 << 18;

/**
 * The text of a file in chunks, without its byte order mark.
 * @throws ReadError `encoding` where bytes cannot be decoded
 */
export async function* readText(path: string, { encoding }: Pick<Dialect, 'encoding'>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    throw new ReadError(
      { kind: 'encoding', text: `The text is not ${encoding} throughout: save it as UTF-8, or declare another encoding.` },
      { cause: thrown },
    );
  }
}

function readTextSync(path: string, { encoding }: Dialect, start: number, end: number | undefined): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc((end ?? start + CHUNK_BYTES * 4) - start);
    const length = readSync(file, bytes, 0, bytes.length, start);
    return new TextDecoder(encoding).decode(bytes.subarray(0, length));
  } finally {
    closeSync(file);
  }
}
