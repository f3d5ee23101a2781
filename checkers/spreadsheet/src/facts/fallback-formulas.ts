import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';

/** Cells of a sheet with the same formula `IFERROR(…, fallback)`, and how many of them show the fallback. */
export interface FallbackGroup {
  readonly sheet: Sheet;
  /** The first of them, 0-based. */
  readonly row: number;
  readonly column: number;
  readonly fallback: string | number;
  readonly count: number;
  readonly fallen: number;
}

/** Formulas whose whole is IFERROR or IFNA with a constant to fall back on. */
export const fallbackFormulas: Fact<'workbook', readonly FallbackGroup[]> = defineFact({
  id: 'spreadsheet/fallback-formulas',
  reads: 'workbook',
  item: 'cell',
  start: () => {
    const all: Counting[] = [];
    let current: Sheet | undefined;
    // By formula id, `null` for formulas of another kind.
    let known = new Map<number, Counting | null>();
    return {
      visit({ sheet, row, column, formulaId }: CellCursor) {
        if (formulaId === 0) return;
        if (sheet !== current) [current, known] = [sheet, new Map()];
        let group = known.get(formulaId);
        if (group === undefined) {
          const fallback = fallbackOf(sheet.formula(row, column) ?? '');
          group = fallback === undefined ? null : { sheet, row, column, fallback, count: 0, fallen: 0 };
          known.set(formulaId, group);
          if (group) all.push(group);
        }
        if (!group) return;
        group.count += 1;
        if (sheet.value(row, column) === group.fallback) group.fallen += 1;
      },
      end: () => all,
    };
  },
});

interface Counting extends FallbackGroup {
  count: number;
  fallen: number;
}

/** Excel refuses longer formulas. */
const LONGEST = 8192;

/** The constant of `IFERROR(…, 0)`; `undefined` for other formulas. Only a parenthesis that opens with the first may close with the last. */
function fallbackOf(formula: string): string | number | undefined {
  if (formula.length > LONGEST) return undefined;
  const match = /^\+?IF(?:ERROR|NA)\((.*),\s*(?:"([^"]*)"|(-?\d+(?:\.\d+)?))?\s*\)$/is.exec(formula.replace(/^_xlfn\./i, ''));
  if (!match || !isBalanced(match[1] ?? '')) return undefined;
  return match[2] ?? Number(match[3] ?? 0);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text.replaceAll(/"[^"]*"/g, '')) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
