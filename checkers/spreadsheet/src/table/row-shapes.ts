import type { Table, TableRow } from '@preflag/readers';

/** A row with another number of cells than the header, or than most rows without one. */
export interface RaggedRow {
  readonly row: number;
  readonly line: number;
  /** Empty cells at its end do not count. */
  readonly cells: number;
  /** Another delimiter by which the row has as many cells as it should. */
  readonly delimiter?: string;
}

/** How the rows of a csv are cut. Rows are 0-based. */
export interface TableShape {
  /** Data rows; lines without any content are none. */
  readonly rows: number;
  /** The last data row with content; -1 when there is none. */
  readonly lastRow: number;
  /** The first rows of another shape; how many there are, by their number of cells. */
  readonly ragged: readonly RaggedRow[];
  readonly raggedBy: ReadonlyMap<number, number>;
  /** Blank lines between data rows, and the lines that they are. */
  readonly blanks: readonly { readonly row: number; readonly line: number }[];
  /** Rows at the end that hold nothing but delimiters. */
  readonly emptyAtEnd: readonly { readonly row: number; readonly line: number }[];
  /** How many rows end in each way, and the line of the first that does. */
  readonly lineEnds: ReadonlyMap<string, { readonly rows: number; readonly line: number }>;
}

/** Counts rows and keeps those of another shape, while a table is walked. */
export class RowShapes {
  readonly #table: Table;
  readonly #ragged: RaggedRow[] = [];
  readonly #blanks: { row: number; line: number }[] = [];
  readonly #lineEnds: Map<string, { rows: number; line: number }> = new Map();
  #lastEnd: { rows: number; line: number } | undefined;
  #lastEndName = '';
  #openBlanks: { row: number; line: number; cells: number }[] = [];
  readonly #raggedBy: Map<number, number> = new Map();
  #rows = 0;
  #lastRow = -1;

  constructor(table: Table) {
    this.#table = table;
  }

  add(row: TableRow): void {
    this.#countEnd(row);
    if (!row.isData) return;
    const filled = filledCells(row);
    if (filled === 0) {
      if (this.#rows > 0 && this.#openBlanks.length < MOST_ROWS)
        this.#openBlanks.push({ row: row.index, line: row.line, cells: row.length });
      return;
    }
    this.#rows += 1;
    this.#lastRow = row.index;
    if (this.#openBlanks.length > 0) {
      if (this.#blanks.length < MOST_ROWS) this.#blanks.push(...this.#openBlanks);
      this.#openBlanks = [];
    }
    const { width } = this.#table;
    if (row.length < width || filled > width) this.#addRagged(row, row.length < width ? row.length : filled);
  }

  end(): TableShape {
    const emptyAtEnd = this.#openBlanks.filter(({ cells }) => cells > 1);
    return {
      rows: this.#rows,
      lastRow: this.#lastRow,
      ragged: this.#ragged,
      raggedBy: this.#raggedBy,
      blanks: this.#blanks,
      emptyAtEnd,
      lineEnds: this.#lineEnds,
    };
  }

  #addRagged(row: TableRow, cells: number): void {
    this.#raggedBy.set(cells, (this.#raggedBy.get(cells) ?? 0) + 1);
    if (this.#ragged.length < MOST_ROWS) this.#ragged.push(raggedRow(row, cells, this.#table));
  }

  #countEnd({ lineEnd, line }: TableRow): void {
    if (lineEnd === '') return;
    if (lineEnd !== this.#lastEndName || !this.#lastEnd) {
      this.#lastEndName = lineEnd;
      this.#lastEnd = this.#lineEnds.get(lineEnd);
      if (!this.#lastEnd) this.#lineEnds.set(lineEnd, (this.#lastEnd = { rows: 0, line }));
    }
    this.#lastEnd.rows += 1;
  }
}

const MOST_ROWS = 10_000;
const DELIMITERS = [',', ';', '\t', '|'];

/** One past the last cell that holds more than blanks. */
function filledCells(row: TableRow): number {
  for (let column = row.length - 1; column >= 0; column -= 1)
    for (let at = row.starts[column]!; at < row.ends[column]!; at += 1) if (row.bytes[at]! > 0x20) return column + 1;
  return 0;
}

function raggedRow(row: TableRow, cells: number, { width, dialect }: Table): RaggedRow {
  const source = row.bytes.toString('utf8', row.starts[0], Math.min(row.ends[row.length - 1]!, row.starts[0]! + LONGEST_SOURCE));
  const delimiter = DELIMITERS.find((other) => other !== dialect.delimiter && source.split(other).length === width && width > 1);
  return { row: row.index, line: row.line, cells, ...(delimiter !== undefined && { delimiter }) };
}

const LONGEST_SOURCE = 10_000;
