import { parseRange } from '@preflag/core';

/** A1 references without a sheet: a cell, or a range from the first to the second. `$` must be taken out before. */
export const REFERENCE: RegExp = /\b([A-Z]{1,3}\d+)(?::([A-Z]{1,3}\d+))?(?![\w(!])/g;

/** A formula without what its references are, but with the way in which its ranges run: `SUM(|)` adds up a column. */
export function formulaForm(formula: string): string {
  return formula
    .replaceAll('$', '')
    .replaceAll('#REF!', '#')
    .replace(REFERENCE, (_, first: string, last?: string) => {
      const range = last === undefined ? undefined : parseRange(`${first}:${last}`);
      if (!range) return '#';
      return range.left === range.right ? '|' : range.top === range.bottom ? '-' : '+';
    })
    .replaceAll(/\s+/g, '');
}
