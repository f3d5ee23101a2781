import { defineFact, type Fact } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { formulaForm } from '../formula-form.ts';
import { formulaLines, type FormulaLine } from './formula-lines.ts';

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
  uses: [formulaLines],
  compute(_model, facts) {
    const forms = new Forms();
    return facts(formulaLines).map(({ sheet, columns, rows }) => {
      const groups = new Map<string, FormulaRun[]>();
      for (const line of [...columns, ...rows]) for (const run of runsIn(line, forms)) keep(groups, run);
      return { sheet, groups: [...groups.values()].filter(({ length }) => length <= MOST_RUNS) };
    });
  },
});

const MOST_RUNS = 200;

function keep(groups: Map<string, FormulaRun[]>, run: FormulaRun): void {
  const key = `${run.along} ${run.along === 'row' ? run.first : run.fixed} ${run.last - run.first} ${run.form}`;
  const group = groups.get(key);
  if (!group) groups.set(key, [run]);
  else if (group.length <= MOST_RUNS) group.push(run);
}

function runsIn(line: FormulaLine, forms: Forms): readonly FormulaRun[] {
  const { along, fixed } = line;
  const runs: FormulaRun[] = [];
  for (const { id, first, last } of line.runs) {
    const form = forms.of(line, id, first);
    const open = runs.at(-1);
    if (open?.form === form && open.last === first - 1) runs[runs.length - 1] = { ...open, last };
    else runs.push({ along, fixed, first, last, form });
  }
  return runs;
}

/** Numbers the forms of formulas. */
class Forms {
  readonly #byId = new Map<number, number>();
  readonly #byText = new Map<string, number>();

  of({ sheet, along, fixed }: FormulaLine, id: number, at: number): number {
    let form = this.#byId.get(id);
    if (form === undefined) {
      const text = formulaForm((along === 'row' ? sheet.formula(fixed, at) : sheet.formula(at, fixed)) ?? '');
      form = this.#byText.get(text) ?? this.#byText.size;
      this.#byText.set(text, form);
      this.#byId.set(id, form);
    }
    return form;
  }
}
