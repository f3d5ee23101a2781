import type { Limits } from '@preflag/core';
import type { ParseError } from 'papaparse';
import Papa from 'papaparse';
import { limitError } from '../archive/read-error.ts';
import type { Dialect, TableRow } from './model.ts';

/** A place where quotes are wrong, so that rows may be cut otherwise than meant. */
export interface QuoteProblem {
  readonly line: number;
  readonly kind: 'unclosed' | 'text-after-quote';
}

type Cut = Pick<Dialect, 'delimiter' | 'lineEnd' | 'quoted'>;

/** A noncharacter of Unicode: it stands in no text, and so quotes nothing. */
const NO_QUOTE = '\uFFFF';

/** Cuts text that comes in pieces into rows. What is after an unclosed quote is left out. */
export class RowParser {
  readonly problems: QuoteProblem[] = [];
  readonly #parser: Papa.Parser;
  readonly #limits: Limits;
  readonly #lineBreak: string;
  readonly #row: { index: number; line: number; cells: readonly string[] } = { index: 0, line: 1, cells: [] };
  #rest = '';
  #cells = 0;

  constructor(dialect: Cut, limits: Limits, start: { readonly index: number; readonly line: number } = { index: 0, line: 1 }) {
    this.#parser = makeParser(dialect);
    this.#limits = limits;
    this.#lineBreak = dialect.lineEnd === '\r' ? '\r' : '\n';
    this.#row.index = start.index;
    this.#row.line = start.line;
  }

  /** Where the row begins that the next piece goes on with, and its text so far. */
  get next(): { readonly index: number; readonly line: number; readonly rest: string } {
    return { index: this.#row.index, line: this.#row.line, rest: this.#rest };
  }

  /**
   * Calls `visit` with each row that is whole; the row is one object that is used again.
   * @throws ReadError `limit` for `rowBytes` and `cells`
   */
  push(piece: string, isLast: boolean, visit: (row: TableRow) => void): void {
    const text = this.#rest + piece;
    const { rows, errors, used } = parse(this.#parser, text, isLast);
    const row = this.#row;
    let problem = 0;
    for (let index = 0; index < rows.length; index++) {
      const cells = rows[index]!;
      const codes: string[] = [];
      for (; problem < errors.length && errors[problem]!.row === index; problem++) codes.push(errors[problem]!.code);
      const isUnclosed = codes.includes('MissingQuotes');
      if (codes.length > 0) this.problems.push({ line: row.line, kind: isUnclosed ? 'unclosed' : 'text-after-quote' });
      if (isUnclosed || (isLast && index === rows.length - 1 && cells.length === 1 && cells[0] === '')) break;
      this.#cells += cells.length;
      if (this.#cells > this.#limits.cells) throw limitError('cells', this.#limits, 'What the file holds');
      row.cells = cells;
      visit(row);
      row.index++;
      row.line += 1 + this.#breaksIn(cells);
    }
    this.#rest = text.slice(used);
    if (this.#rest.length > this.#limits.rowBytes) {
      throw limitError('rowBytes', this.#limits, `The row at line ${row.line}, maybe because a quote is not closed,`);
    }
  }

  #breaksIn(cells: readonly string[]): number {
    let breaks = 0;
    for (const cell of cells) {
      for (let at = cell.indexOf(this.#lineBreak); at >= 0; at = cell.indexOf(this.#lineBreak, at + 1)) breaks++;
    }
    return breaks;
  }
}

/** Rows of a piece of text, for a look at it; a row that is cut off is left out unless the text is whole. */
export function splitRows(text: string, dialect: Cut, isWhole: boolean): readonly (readonly string[])[] {
  const { rows } = parse(makeParser(dialect), text, isWhole);
  const last = rows.at(-1);
  return isWhole && last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows;
}

/** Line feeds end rows also where returns come before them: files mix the two, and a row must never hold the next. */
function makeParser({ delimiter, lineEnd, quoted }: Cut): Papa.Parser {
  const quote = quoted ? '"' : NO_QUOTE;
  return new Papa.Parser({ delimiter, newline: lineEnd === '\r' ? '\r' : '\n', quoteChar: quote, escapeChar: quote });
}

function parse(parser: Papa.Parser, text: string, isLast: boolean): { rows: string[][]; errors: readonly ParseError[]; used: number } {
  const { data, errors, meta } = parser.parse(text, 0, !isLast) as Papa.ParseResult<string[]>;
  for (const row of data) {
    const last = row.length - 1;
    const cell = row[last];
    if (cell !== undefined && cell.endsWith('\r')) row[last] = cell.slice(0, -1);
  }
  return {
    rows: data,
    errors: errors.filter((error) => error.row !== undefined && error.row < data.length),
    used: isLast ? text.length : meta.cursor,
  };
}
