import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';

/** Cells of a sheet that have the same formula in R1C1 terms. */
export interface FormulaGroup {
  readonly sheet: Sheet;
  /** The first of them, 0-based. */
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** As the first shows it, without `=`. */
  readonly formula: string;
  /** The same without what stands in quotes: for looking at functions and references. Names of sheets in quotes stay. */
  readonly code: string;
}

/** The different formulas of each sheet, each looked at once; no more than 50,000. */
export const formulaGroups: Fact<'workbook', readonly FormulaGroup[]> = defineFact({
  id: 'spreadsheet/formula-groups',
  reads: 'workbook',
  item: 'cell',
  only: ['formula'],
  start: () => {
    const groups: { sheet: Sheet; row: number; column: number; count: number }[] = [];
    let current: Sheet | undefined;
    let known = new Map<number, { count: number }>();
    return {
      visit({ sheet, row, column, formulaId }: CellCursor) {
        if (sheet !== current) [current, known] = [sheet, new Map()];
        const group = known.get(formulaId);
        if (group) group.count += 1;
        else if (groups.length < MOST) {
          const made = { sheet, row, column, count: 1 };
          known.set(formulaId, made);
          groups.push(made);
        }
      },
      end: () =>
        groups.map((group) => {
          const formula = group.sheet.formula(group.row, group.column) ?? '';
          return { ...group, formula, code: withoutTexts(formula) };
        }),
    };
  },
});

const MOST = 50_000;

function withoutTexts(formula: string): string {
  return formula.includes('"') ? formula.replaceAll(/"(?:[^"]|"")*"/g, '""') : formula;
}
