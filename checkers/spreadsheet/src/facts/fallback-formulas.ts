import { defineFact, type Fact } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { formulaGroups } from './formula-groups.ts';

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

/** Formulas whose whole is IFERROR or IFNA with a constant to fall back on. Sheets without any are not walked. */
export const fallbackFormulas: Fact<'workbook', readonly FallbackGroup[]> = defineFact({
  id: 'spreadsheet/fallback-formulas',
  reads: 'workbook',
  uses: [formulaGroups],
  compute: ({ sheets }, facts) => {
    const all = facts(formulaGroups).flatMap(({ sheet, row, column, formula }) => {
      const fallback = fallbackOf(formula);
      return fallback === undefined ? [] : [{ sheet, row, column, fallback, count: 0, fallen: 0 }];
    });
    const bySheet = Map.groupBy(all, ({ sheet }) => sheet);
    for (const sheet of sheets) {
      const own = bySheet.get(sheet);
      if (own) countFallen(sheet, new Map(own.map((group) => [sheet.formulaId(group.row, group.column), group])));
    }
    return all;
  },
});

function countFallen(
  sheet: Sheet,
  groups: ReadonlyMap<number, { readonly fallback: string | number; count: number; fallen: number }>,
): void {
  for (let row = 0; row < sheet.rowCount; row += 1)
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const id = sheet.formulaId(row, column);
      const group = id === 0 ? undefined : groups.get(id);
      if (!group) continue;
      group.count += 1;
      const value = sheet.value(row, column);
      if (value === group.fallback) group.fallen += 1;
    }
}

/** The constant of `IFERROR(…, 0)`; `undefined` for other formulas. Only a parenthesis that opens with the first may close with the last. */
function fallbackOf(formula: string): string | number | undefined {
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
