import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';

/** Cells one after the other in a row or column that have one formula in R1C1 terms. 0-based. */
export interface IdRun {
  readonly id: number;
  readonly first: number;
  readonly last: number;
}

/** The formulas of a row or column, in order. */
export interface FormulaLine {
  readonly sheet: Sheet;
  readonly along: 'row' | 'column';
  /** Of a row its number, of a column its. */
  readonly fixed: number;
  readonly runs: readonly IdRun[];
}

/** The columns of a sheet that hold formulas, and its rows; of rows one below the other that are equal only the first. */
export interface SheetLines {
  readonly sheet: Sheet;
  readonly columns: readonly FormulaLine[];
  readonly rows: readonly FormulaLine[];
  /** False where columns of more than 2,000 runs were left out, or what goes beyond 500,000 runs of columns or rows. */
  readonly isWhole: boolean;
}

/** Formulas as runs, so that what compares them looks at what is different. */
export const formulaLines: Fact<'workbook', readonly SheetLines[]> = defineFact({
  id: 'spreadsheet/formula-lines',
  reads: 'workbook',
  item: 'cell',
  only: ['formula'],
  start: () => {
    const done: SheetLines[] = [];
    let open: Gathering | undefined;
    return {
      visit({ sheet, row, column, formulaId }: CellCursor) {
        if (open?.sheet !== sheet) {
          if (open) done.push(open.end());
          open = new Gathering(sheet);
        }
        open.add(row, column, formulaId);
      },
      end() {
        if (open) done.push(open.end());
        return done;
      },
    };
  },
});

const MOST_RUNS = 2_000;
/** Runs of all columns, or of all rows, that are held of a sheet. */
const MOST_HELD = 500_000;

/** A run that may go on. */
interface OpenRun {
  readonly id: number;
  readonly first: number;
  last: number;
}

class Gathering {
  readonly sheet: Sheet;
  /** `null` for a column that is left out. */
  readonly #columns: (OpenRun[] | null)[] = [];
  readonly #rows: FormulaLine[] = [];
  /** Columns and formulas of the row that is gathered, one after the other, and of the one before it. */
  #row: number[] = [];
  #before: number[] = [];
  #at = -1;
  #beforeAt = -1;
  #heldInColumns = 0;
  #heldInRows = 0;
  #isWhole = true;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  add(row: number, column: number, id: number): void {
    if (row !== this.#at) {
      this.#closeRow();
      this.#at = row;
    }
    this.#row.push(column, id);
    const runs = this.#columns[column];
    const last = runs?.at(-1);
    if (last?.id === id && last.last === row - 1) last.last = row;
    else if (runs !== null) this.#begin(column, runs ?? [], { id, first: row, last: row });
  }

  end(): SheetLines {
    this.#closeRow();
    const columns = [...this.#columns.entries()].flatMap(([fixed, runs]) =>
      runs ? [{ sheet: this.sheet, along: 'column' as const, fixed, runs }] : [],
    );
    return { sheet: this.sheet, columns, rows: this.#rows, isWhole: this.#isWhole };
  }

  #begin(column: number, runs: OpenRun[], run: OpenRun): void {
    if (runs.length < MOST_RUNS && this.#heldInColumns < MOST_HELD) {
      runs.push(run);
      this.#columns[column] = runs;
      this.#heldInColumns += 1;
    } else {
      this.#columns[column] = null;
      this.#heldInColumns -= runs.length;
      this.#isWhole = false;
    }
  }

  #closeRow(): void {
    const cells = this.#row;
    const isRepeated = this.#beforeAt === this.#at - 1 && isSame(cells, this.#before);
    if (cells.length > 0 && !isRepeated) this.#keepRow(cells);
    this.#row = this.#before;
    this.#row.length = 0;
    this.#before = cells;
    this.#beforeAt = this.#at;
  }

  #keepRow(cells: readonly number[]): void {
    if (this.#heldInRows >= MOST_HELD) {
      this.#isWhole = false;
      return;
    }
    const runs = runsOf(cells);
    this.#heldInRows += runs.length;
    this.#rows.push({ sheet: this.sheet, along: 'row', fixed: this.#at, runs });
  }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

function runsOf(cells: readonly number[]): readonly IdRun[] {
  const runs: OpenRun[] = [];
  for (let index = 0; index < cells.length; index += 2) {
    const [column, id] = [cells[index]!, cells[index + 1]!];
    const last = runs.at(-1);
    if (last?.id === id && last.last === column - 1) last.last = column;
    else runs.push({ id, first: column, last: column });
  }
  return runs;
}

/** Why a rule did not compare all formulas, where it did not. */
export const LINES_LEFT = 'Sheets with many thousands of different formulas in one column or in rows were not compared in full.';
