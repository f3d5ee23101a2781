import type { TableRow } from '@preflag/readers';
import { DASHED, FORMS, isPlainNumber, LONG, MISSING, SHORT, SLASHED, ZERO_LED } from './cell-forms.ts';

/** A cell of a csv. `row` is 0-based and counts as the rows of the file do, header included. */
export interface PlacedText {
  readonly row: number;
  readonly text: string;
}

/** How the cells of one column are written. */
export interface ColumnForms {
  /** Cells that are not empty. */
  readonly filled: number;
  /** How many cells have each form of cell-forms.ts. */
  readonly counts: Int32Array;
  /** Cells of digits only, by how many digits they have; 31 for more. */
  readonly widths: Int32Array;
  /** Cells of digits with zeros before them, by how many digits they have. */
  readonly zeroLedWidths: Int32Array;
  /** Words for missing values as they are spelled, where each stands first, and how often. */
  readonly missing: ReadonlyMap<string, { readonly row: number; readonly count: number }>;
  /** Dates with slashes or dashes whose first, and whose second, part is above 12. */
  readonly dayFirst: readonly PlacedText[];
  readonly monthFirst: readonly PlacedText[];
  /** The first cells of a form, in order. */
  cellsOf(form: number): readonly PlacedText[];
  /** The first cells of digits with this many of them. */
  cellsOfWidth(width: number): readonly PlacedText[];
}

/** Counts the forms of one column's cells while a table is walked. */
export class ColumnProfile implements ColumnForms {
  readonly counts: Int32Array = new Int32Array(FORMS);
  readonly widths: Int32Array = new Int32Array(WIDTHS);
  readonly zeroLedWidths: Int32Array = new Int32Array(WIDTHS);
  readonly missing: Map<string, { row: number; count: number }> = new Map();
  readonly dayFirst: PlacedText[] = [];
  readonly monthFirst: PlacedText[] = [];
  readonly #cells: PlacedText[][] = [];
  readonly #byWidth: PlacedText[][] = [];

  add(row: TableRow, column: number, form: number): void {
    if (this.counts[form]!++ < MOST_CELLS) (this.#cells[form] ??= []).push({ row: row.index, text: row.text(column) });
    if (form === SHORT || form === LONG || form === ZERO_LED) this.#addWidth(row, column, form);
    else if (form === MISSING) this.#addMissing(row, column);
    else if (form >= SLASHED && form <= DASHED) this.#addOrder(row, column);
  }

  get filled(): number {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }

  cellsOf(form: number): readonly PlacedText[] {
    return this.#cells[form] ?? [];
  }

  cellsOfWidth(width: number): readonly PlacedText[] {
    return this.#byWidth[width] ?? [];
  }

  #addWidth(row: TableRow, column: number, form: number): void {
    const width = Math.min(row.ends[column]! - row.starts[column]!, WIDTHS - 1);
    if (form === ZERO_LED) this.zeroLedWidths[width]!++;
    if (this.widths[width]!++ < MOST_OF_WIDTH) (this.#byWidth[width] ??= []).push({ row: row.index, text: row.text(column) });
  }

  #addMissing(row: TableRow, column: number): void {
    const word = row.text(column).trim();
    const known = this.missing.get(word);
    if (known) known.count++;
    else if (this.missing.size < MOST_WORDS) this.missing.set(word, { row: row.index, count: 1 });
  }

  /** Whether day or month comes first shows where a part is above 12. */
  #addOrder(row: TableRow, column: number): void {
    const start = row.starts[column]!;
    const first = twoDigits(row.bytes, start);
    const second = twoDigits(row.bytes, row.bytes[start + 1]! >= 0x30 ? start + 3 : start + 2);
    const found = first > 12 && second <= 12 ? this.dayFirst : second > 12 && first <= 12 ? this.monthFirst : undefined;
    if (found && found.length < MOST_CELLS) found.push({ row: row.index, text: row.text(column) });
  }
}

const WIDTHS = 32;
const MOST_CELLS = 200;
const MOST_OF_WIDTH = 50;
const MOST_WORDS = 20;

/** How many cells are plain numbers. */
export function numbersOf({ counts }: ColumnForms): number {
  let numbers = 0;
  for (let form = 0; form < FORMS; form++) if (isPlainNumber(form)) numbers += counts[form]!;
  return numbers;
}

/** The number of one or two digits at a place. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const [first, second] = [bytes[at]! - 0x30, bytes[at + 1]! - 0x30];
  return second >= 0 && second <= 9 ? first * 10 + second : first;
}
