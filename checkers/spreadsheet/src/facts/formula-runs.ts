import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';
import { formulaForm } from '../formula-form.ts';

/** Formulas of one form, one beside the other in a row or one below the other in a column. Rows and columns are 0-based. */
export interface FormulaRun {
  readonly along: 'row' | 'column';
  /** Of a row its number, of a column its. */
  readonly fixed: number;
  readonly first: number;
  readonly last: number;
  readonly form: number;
}

/** Runs of a sheet in groups: those of one group have the same columns, length and form. */
export interface GroupedRuns {
  readonly sheet: Sheet;
  /** Groups of more than 200 are left out: what comes so often is the rule, and no block. */
  readonly groups: readonly (readonly FormulaRun[])[];
}

/** Each formula that is different in R1C1 terms is looked at once. */
export const formulaRuns: Fact<'workbook', readonly GroupedRuns[]> = defineFact({
  id: 'spreadsheet/formula-runs',
  reads: 'workbook',
  item: 'cell',
  start: () => {
    const gathering = new Gathering();
    return { visit: (cell: CellCursor) => gathering.add(cell), end: () => gathering.end() };
  },
});

class Gathering {
  readonly #groups = new Map<Sheet, Map<string, FormulaRun[]>>();
  readonly #formOfId = new Map<number, number>();
  readonly #forms = new Map<string, number>();
  #sheet: Sheet | undefined;
  #row: Open | undefined;
  #columns: (Open | undefined)[] = [];

  add({ sheet, row, column, formulaId }: CellCursor): void {
    if (formulaId === 0) return;
    if (sheet !== this.#sheet) this.#close(sheet);
    const form = this.#formOf(formulaId, sheet, row, column);
    const across = this.#row;
    if (across?.form === form && across.fixed === row && across.last === column - 1) across.last = column;
    else {
      if (across) this.#keep('row', across);
      this.#row = { fixed: row, first: column, last: column, form };
    }
    const down = this.#columns[column];
    if (down?.form === form && down.last === row - 1) down.last = row;
    else {
      if (down) this.#keep('column', down);
      this.#columns[column] = { fixed: column, first: row, last: row, form };
    }
  }

  end(): readonly GroupedRuns[] {
    this.#close(undefined);
    return [...this.#groups].map(([sheet, groups]) => ({
      sheet,
      groups: [...groups.values()].filter(({ length }) => length <= MOST_RUNS),
    }));
  }

  #close(next: Sheet | undefined): void {
    if (this.#row) this.#keep('row', this.#row);
    for (const open of this.#columns) if (open) this.#keep('column', open);
    [this.#sheet, this.#row, this.#columns] = [next, undefined, []];
  }

  #keep(along: FormulaRun['along'], { fixed, first, last, form }: Open): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    let groups = this.#groups.get(sheet);
    if (!groups) this.#groups.set(sheet, (groups = new Map()));
    const key = `${along} ${along === 'row' ? first : fixed} ${last - first} ${form}`;
    const group = groups.get(key);
    if (!group) {
      if (groups.size < MOST_GROUPS) groups.set(key, [{ along, fixed, first, last, form }]);
    } else if (group.length <= MOST_RUNS) group.push({ along, fixed, first, last, form });
  }

  #formOf(id: number, sheet: Sheet, row: number, column: number): number {
    let form = this.#formOfId.get(id);
    if (form === undefined) {
      const text = formulaForm(sheet.formula(row, column) ?? '');
      form = this.#forms.get(text) ?? this.#forms.size;
      this.#forms.set(text, form);
      this.#formOfId.set(id, form);
    }
    return form;
  }
}

interface Open {
  readonly fixed: number;
  readonly first: number;
  last: number;
  readonly form: number;
}

const MOST_RUNS = 200;
const MOST_GROUPS = 20_000;
