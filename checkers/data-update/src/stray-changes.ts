import type { RuleContext } from '@preflag/core';
import type { CellChange } from './diff/sheet-diff.ts';
import { updateDiff } from './facts/update-diff.ts';
import { isPairedForSure } from './place-of-change.ts';
import { isAllowedChange, SCOPE_RULE } from './scope.ts';

export interface StrayChange<K extends string> {
  readonly change: CellChange;
  readonly kind: K;
}

/**
 * The changes of a kind that a rule looks for, in rows that are paired for sure, that the job does not ask for. None where the job says
 * what may change: there data-update/changed-outside-scope reports all others.
 * @param kindOf the kind of a change; `undefined` for one that is of none
 */
export function strayChanges<K extends string>(
  { facts, deliverable, looked, notChecked }: Pick<RuleContext<'update'>, 'facts' | 'deliverable' | 'looked' | 'notChecked'>,
  kindOf: (change: CellChange) => K | undefined,
): readonly StrayChange<K>[] {
  const update = deliverable?.update;
  if (update?.allow) {
    notChecked('not-asked', SCOPE_RULE);
    return [];
  }
  const { changes, cells } = facts(updateDiff);
  looked({ cells });
  return changes.flatMap((change) => {
    const kind = kindOf(change);
    return kind === undefined || !isPairedForSure(change) || (update && isAllowedChange(update, change)) ? [] : [{ change, kind }];
  });
}

/** Changes of one kind in one column, for rules that count them. */
export function groupOf<K extends string>({ change, kind }: StrayChange<K>): string {
  return `${change.diff.name} ${change.column.name} ${kind}`;
}
