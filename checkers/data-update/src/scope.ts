import type { CellMatch, UpdateExpectation, UpdateScope } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { foldText } from '@preflag/readers/sheets';
import type { CellChange, RowMark, SheetDiff } from './diff/sheet-diff.ts';
import { isSameValue } from './match-value.ts';

/** Why a rule on changes is not needed where the job says what may change. */
export const SCOPE_RULE = 'The job says what may change, and data-update/changed-outside-scope reports every other change.';

/** True when the job allows, or even demands, that this cell changes. */
export function isAllowedChange({ allow = [], require }: UpdateExpectation, { diff, row, column }: CellChange): boolean {
  const isRequired = require.some(
    ({ sheet, where, set }) =>
      isSheet(sheet, diff) &&
      Object.keys(set).some((name) => sameName(name, column.name)) &&
      matches(diff, diff.before, row.before, 'before', where),
  );
  return (
    isRequired ||
    allow.some(
      (scope) => isInScope(scope, diff, column.name) && (!scope.where || matches(diff, diff.before, row.before, 'before', scope.where)),
    )
  );
}

/** A scope that names only rows to add or remove allows no other change. */
function isInScope(scope: UpdateScope, diff: SheetDiff, column: string): boolean {
  if (!isSheet(scope.sheet, diff)) return false;
  return scope.columns ? scope.columns.some((name) => sameName(name, column)) : scope.rows === undefined;
}

/** True when the job allows that this row comes or goes. */
export function isAllowedRow({ allow = [] }: UpdateExpectation, diff: SheetDiff, { row }: RowMark, what: 'add' | 'remove'): boolean {
  const [sheet, side] = what === 'add' ? ([diff.after, 'after'] as const) : ([diff.before, 'before'] as const);
  return allow.some(
    (scope) => scope.rows?.includes(what) && isSheet(scope.sheet, diff) && (!scope.where || matches(diff, sheet, row, side, scope.where)),
  );
}

export function isSheet(name: string | undefined, { before, after }: SheetDiff): boolean {
  return name === undefined || name === '*' || sameName(name, after.name) || sameName(name, before.name);
}

/** True when a row holds all of these values. */
export function matches(diff: SheetDiff, sheet: Sheet, row: number, side: 'before' | 'after', where: CellMatch): boolean {
  return Object.entries(where).every(([name, value]) => {
    const column = columnOf(diff, name, side);
    return column !== undefined && !diff.isElsewhere?.(side, row, column) && isSameValue(sheet, row, column, value, diff.typed);
  });
}

export function columnOf({ columns }: SheetDiff, name: string, side: 'before' | 'after'): number | undefined {
  return (columns.find((column) => column.name === name) ?? columns.find((column) => sameName(column.name, name)))?.[side];
}

function sameName(a: string, b: string): boolean {
  return a === b || foldText(a) === foldText(b);
}
