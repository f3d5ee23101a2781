import { defineFact, type Fact } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { formulaForm } from '../formula-form.ts';
import { relativeInputs } from '../relative-inputs.ts';
import { formulaLines, type FormulaLine, type IdRun } from './formula-lines.ts';

/** A formula that differs from nearly all others of its form in its row or column. Rows and columns are 0-based. */
export interface FormStray {
  readonly sheet: Sheet;
  readonly along: 'row' | 'column';
  readonly row: number;
  readonly column: number;
  /** How many others of its form there are, which are equal in R1C1 terms. */
  readonly alike: number;
  /** The nearest of them. */
  readonly neighbour: { readonly row: number; readonly column: number };
}

/** Formulas of one form, such as `=G5/E5`, in a row or column, whatever stands between them. */
export const formStrays: Fact<'workbook', readonly FormStray[]> = defineFact({
  id: 'spreadsheet/form-strays',
  reads: 'workbook',
  uses: [formulaLines],
  compute(_model, facts) {
    const forms = new Map<number, string>();
    return facts(formulaLines).flatMap(({ columns, rows }) =>
      [...columns, ...rows].flatMap((line) => (line.runs.length > 1 && hasMajority(line.runs) ? straysIn(line, forms) : [])),
    );
  },
});

/** Formulas that must agree, the share of them, and how many may not. */
const FEWEST = 9;
const SHARE = 0.85;
const MOST_ODD = 3;

/** Some formula stands in enough cells: most lines are told by that alone. */
function hasMajority(runs: readonly IdRun[]): boolean {
  const counts = new Map<number, number>();
  for (const { id, first, last } of runs) {
    const count = (counts.get(id) ?? 0) + last - first + 1;
    if (count >= FEWEST) return true;
    counts.set(id, count);
  }
  return false;
}

/** `forms` holds the form of each formula that was looked at. */
function straysIn(line: FormulaLine, forms: Map<number, string>): readonly FormStray[] {
  const { sheet, along, fixed } = line;
  const formOf = ({ id, first }: IdRun): string => {
    let form = forms.get(id);
    if (form === undefined)
      forms.set(id, (form = formulaForm(along === 'row' ? (sheet.formula(fixed, first) ?? '') : (sheet.formula(first, fixed) ?? ''))));
    return form;
  };
  return [...Map.groupBy(line.runs, formOf)].flatMap(([form, runs]) => {
    // Sums over blocks of several sizes, along the line.
    if (form.includes(along === 'row' ? '-' : '|')) return [];
    const [most, ...others] = [...Map.groupBy(runs, ({ id }) => id).values()].toSorted((a, b) => cellsIn(b) - cellsIn(a));
    const alike = cellsIn(most ?? []);
    const odd = others.flat();
    if (!most || odd.length === 0 || alike < FEWEST || cellsIn(odd) > MOST_ODD || alike < SHARE * (alike + cellsIn(odd))) return [];
    // What stands first may begin a chain.
    return odd
      .filter((run) => run !== runs[0])
      .map((run) => ({ sheet, along, ...placeOf(line, run.first), alike, neighbour: placeOf(line, nearest(most, run.first)) }))
      .filter(isSlip);
  });
}

/**
 * Ranges that are shifted, or references of which some are as they should be: others are not meant to be like the rest, nor are those
 * with another base, such as a `$` less.
 */
function isSlip({ sheet, row, column, neighbour }: FormStray): boolean {
  const formula = sheet.formula(row, column) ?? '';
  const like = sheet.formula(neighbour.row, neighbour.column) ?? '';
  if (formula.split('$').length !== like.split('$').length) return false;
  const own = relativeInputs(formula, row, column);
  const its = new Set(relativeInputs(like, neighbour.row, neighbour.column));
  const shared = own.filter((input) => its.has(input)).length;
  if (shared === its.size && shared === own.length) return false;
  return formula.includes(':') || shared >= own.length / 2;
}

function cellsIn(runs: readonly IdRun[]): number {
  return runs.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

function nearest(runs: readonly IdRun[], at: number): number {
  let found = Number.POSITIVE_INFINITY;
  for (const { first, last } of runs) {
    const end = last < at ? last : first;
    if (Math.abs(end - at) < Math.abs(found - at)) found = end;
  }
  return found;
}

function placeOf({ along, fixed }: FormulaLine, at: number): { readonly row: number; readonly column: number } {
  return along === 'row' ? { row: fixed, column: at } : { row: at, column: fixed };
}
