import type { CellRange, Limits, Location, PlaceDescription, Position, Surroundings, Visitor } from '@preflag/core';
import { columnName, parseRange } from '@preflag/core';
import { gridOf } from '../workbook/surround-cells.ts';
import { foldText } from '../workbook/layout/total-words.ts';
import type { TableLayout } from './find-layout.ts';
import type { Dialect, Table } from './model.ts';
import { RowCutter, type RowMark } from './row-cutter.ts';
import { RowFinder, type FoundRow } from './row-finder.ts';
import { cutPieces, textPieces, type TextEncoding } from './text-pieces.ts';

/** What the first look at a file said of it. */
export interface TableParts {
  readonly file: string;
  readonly path: string;
  readonly limits: Limits;
  readonly encoded: TextEncoding;
  readonly dialect: Dialect;
  readonly layout: TableLayout;
  /** Where the first row begins. */
  readonly start: RowMark;
  /** The byte of the text where totals and notes begin that end the file. */
  readonly dataEnd: number;
}

/** A table that is read again from its file for each walk. */
export class StoredTable implements Table {
  readonly kind = 'table';
  readonly file: string;
  readonly dialect: Dialect;
  readonly header: readonly string[];
  readonly headerRow: number;
  readonly firstRow: number;
  readonly width: number;
  readonly #parts: TableParts;
  readonly #finder: RowFinder;

  constructor(parts: TableParts) {
    const { file, dialect, layout } = parts;
    this.file = file;
    this.dialect = dialect;
    this.header = layout.header;
    this.headerRow = layout.headerRow;
    this.firstRow = layout.firstRow;
    this.width = layout.width;
    this.#parts = parts;
    this.#finder = new RowFinder(parts);
  }

  async scan(visitors: readonly Visitor[]): Promise<void> {
    const visits = visitors.filter(({ item }) => item === 'row');
    if (visits.length === 0) return;
    const { path, encoded, limits, start, dataEnd } = this.#parts;
    const { firstRow } = this;
    const [only, ...others] = visits;
    await cutPieces(textPieces(path, encoded, start.byte), new RowCutter(this.dialect, limits, start), (row) => {
      row.isData = row.index >= firstRow && row.byte < dataEnd;
      this.#finder.pass(row);
      only?.visit(row);
      for (const visitor of others) visitor.visit(row);
    });
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

  surround(at: Location): Surroundings | undefined {
    const place = this.#cellAt(at);
    const height = place && place.top + 1 + (this.#finder.atIndex(place.top + 1) ? 1 : 0) + (this.#finder.atIndex(place.top + 2) ? 1 : 0);
    return (
      place &&
      gridOf(
        place,
        { row: this.headerRow, column: 0 },
        {
          height: height ?? 0,
          width: this.width,
          row: (index) => {
            const row = this.#finder.atIndex(index);
            return row && { number: row.line, cell: (column) => row.cells[column] ?? '' };
          },
        },
      )
    );
  }

  /** The cell of a place that is one, or that begins in one. */
  #cellAt(at: Location): CellRange | undefined {
    if (at.kind === 'cell') return parseRange(at.range);
    const row = at.kind === 'text' ? this.#finder.atLine(at.start.line) : undefined;
    if (!row || at.kind !== 'text') return undefined;
    const column = Math.max(
      0,
      row.starts.findLastIndex((start) => isBefore(start, at.start)),
    );
    return { top: row.index, bottom: row.index, left: column, right: column };
  }

  #describeCell(index: number, column: number): PlaceDescription {
    const row = this.#finder.atIndex(index);
    const name = this.#columnName(column);
    if (!row) return { place: `${name} › row ${index + 1}`, anchor: name };
    return this.#described(row, column, row.starts[column] ?? { line: row.line, column: 1 });
  }

  #describeText(line: number, column: number): PlaceDescription {
    const row = this.#finder.atLine(line);
    if (!row) return { place: `line ${line}`, anchor: 'line' };
    const cell = row.starts.findLastIndex((start) => isBefore(start, { line, column }));
    return this.#described(row, Math.max(cell, 0), { line, column });
  }

  #described(row: FoundRow, column: number, at: { readonly line: number; readonly column: number }): PlaceDescription {
    const name = this.#columnName(column);
    const key = row.index === this.headerRow ? 'header' : row.index < this.firstRow ? '' : rowKey(row.cells);
    const label = key === '' ? name : `${name} › ${key}`;
    return { place: `${label} (line ${at.line}, column ${at.column})`, anchor: label, excerpt: row.cells[column] ?? '' };
  }

  #columnName(column: number): string {
    return this.header[column] || columnName(column);
  }
}

function isBefore(start: Position, at: Position): boolean {
  return start.line < at.line || (start.line === at.line && start.column <= at.column);
}

const LONGEST_KEY = 80;

/** What a row is called: its first cell with a letter in it, else its first that is not empty. */
function rowKey(cells: readonly string[]): string {
  const key = cells.find((cell) => /\p{L}/u.test(cell)) ?? cells.find((cell) => cell !== '') ?? '';
  return key.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_KEY);
}
