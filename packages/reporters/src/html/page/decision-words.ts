import type { DecisionStore, Entry } from './decision-store.ts';
import { DISMISSAL_WORDS } from './dismissals.ts';

/** What stands for the decisions on some findings. */
export type Standing = 'undecided' | 'must-fix' | 'not-a-problem' | 'mixed';

export function standingOf(store: DecisionStore, keys: readonly string[]): Standing {
  const decisions = new Set(keys.map((key) => store.entry(key)?.decision));
  if (decisions.size > 1) return 'mixed';
  const [only] = decisions;
  return only ?? 'undecided';
}

export function hasNote(store: DecisionStore, keys: readonly string[]): boolean {
  return keys.some((key) => store.entry(key)?.note !== undefined);
}

/** `must fix`, `not a problem: false alarm`. */
export function decisionWords({ decision, reason }: Entry): string {
  if (decision === undefined) return '';
  if (decision === 'must-fix') return 'must fix';
  return reason === undefined ? 'not a problem' : `not a problem: ${DISMISSAL_WORDS[reason]}`;
}
