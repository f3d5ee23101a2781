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
}

/** Formulas as runs, so that what compares them looks at what is different. Columns of more than 5,000 runs, and rows after the 20,000th, are left out. */
export const formulaLines: Fact<'workbook', readonly SheetLines[]> = defineFact({
  id: 'spreadsheet/formula-lines',
  reads: 'workbook',
  item: 'cell',
  start: () => {
    const done: SheetLines[] = [];
    let open: Gathering | undefined;
    return {
      visit({ sheet, row, column, formulaId }: CellCursor) {
        if (formulaId === 0) return;
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

const MOST_RUNS = 5_000;
const MOST_ROWS = 20_000;

/** A run that may go on. */
interface OpenRun {
  readonly id: number;
  readonly first: number;
  last: number;
}

class Gathering {
  readonly sheet: Sheet;
  readonly #columns: OpenRun[][] = [];
  readonly #rows: FormulaLine[] = [];
  /** Columns and formulas of the row that is gathered, one after the other, and of the one before it. */
  #row: number[] = [];
  #before: number[] = [];
  #at = -1;
  #beforeAt = -1;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  add(row: number, column: number, id: number): void {
    if (row !== this.#at) {
      this.#closeRow();
      this.#at = row;
    }
    this.#row.push(column, id);
    const runs = (this.#columns[column] ??= []);
    const last = runs.at(-1);
    if (last?.id === id && last.last === row - 1) last.last = row;
    else if (runs.length <= MOST_RUNS) runs.push({ id, first: row, last: row });
  }

  end(): SheetLines {
    this.#closeRow();
    const columns = [...this.#columns.entries()].flatMap(([fixed, runs]) =>
      runs && runs.length <= MOST_RUNS ? [{ sheet: this.sheet, along: 'column' as const, fixed, runs }] : [],
    );
    return { sheet: this.sheet, columns, rows: this.#rows };
  }

  #closeRow(): void {
    const cells = this.#row;
    const isRepeated = this.#beforeAt === this.#at - 1 && isSame(cells, this.#before);
    if (cells.length > 0 && !isRepeated && this.#rows.length < MOST_ROWS)
      this.#rows.push({ sheet: this.sheet, along: 'row', fixed: this.#at, runs: runsOf(cells) });
    this.#row = this.#before;
    this.#row.length = 0;
    this.#before = cells;
    this.#beforeAt = this.#at;
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
