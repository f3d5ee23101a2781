import { defineFact, type CellRange, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';

/** Cells of one column, one below the other, that have the same formula in R1C1 terms. */
interface FormulaRun {
  readonly sheet: Sheet;
  readonly range: CellRange;
  /** As the first of them shows it, without `=`. */
  readonly formula: string;
}

/** What formulas can be told by their text: each different one is looked at once. */
export interface FormulaCells {
  /** Formulas with a reference that leads nowhere. */
  readonly broken: readonly FormulaRun[];
  /** Formulas that hold no result, by sheet: the first, and how many. */
  readonly uncached: readonly { readonly sheet: Sheet; readonly row: number; readonly column: number; readonly count: number }[];
}

/** Formulas with `#REF!`, and formulas without a cached value. */
export const formulaCells: Fact<'workbook', FormulaCells> = defineFact({
  id: 'spreadsheet/formula-cells',
  reads: 'workbook',
  item: 'cell',
  only: ['formula'],
  start: () => {
    const isBroken = new Map<number, boolean>();
    const open = new Map<
      string,
      { sheet: Sheet; range: { top: number; left: number; bottom: number; right: number }; formula: string; id: number }
    >();
    const broken: FormulaRun[] = [];
    const uncached = new Map<Sheet, { sheet: Sheet; row: number; column: number; count: number }>();
    return {
      visit({ sheet, row, column, kind, formulaId }: CellCursor) {
        if (kind === 'blank') {
          const known = uncached.get(sheet);
          if (known) known.count += 1;
          else uncached.set(sheet, { sheet, row, column, count: 1 });
        }
        let fault = isBroken.get(formulaId);
        if (fault === undefined) isBroken.set(formulaId, (fault = hasBrokenReference(sheet.formula(row, column) ?? '')));
        if (!fault) return;
        const key = `${sheet.name} ${column}`;
        const run = open.get(key);
        if (run && run.id === formulaId && run.range.bottom === row - 1) run.range.bottom = row;
        else {
          const made = {
            sheet,
            range: { top: row, left: column, bottom: row, right: column },
            formula: sheet.formula(row, column) ?? '',
            id: formulaId,
          };
          open.set(key, made);
          broken.push(made);
        }
      },
      end: () => ({ broken, uncached: [...uncached.values()] }),
    };
  },
});

/** True when `#REF!` stands outside of texts. */
export function hasBrokenReference(formula: string): boolean {
  return formula.includes('#REF!') && formula.replaceAll(/"[^"]*"/g, '').includes('#REF!');
}
