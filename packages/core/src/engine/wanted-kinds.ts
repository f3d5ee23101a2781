import { readsKind } from '../fact.ts';
import type { Reads } from '../model.ts';
import type { RuleRun } from './run-rules.ts';

/** What files must be read into for these rules: their own words, and for rules over the facts of all files what these facts read. */
export function wantedKinds(runs: readonly RuleRun[]): ReadonlySet<Reads> {
  return new Set(
    runs.flatMap(({ rule }): readonly Reads[] => [
      ...[rule.reads].flat(),
      ...(readsKind(rule, 'package') ? (rule.facts ?? []).flatMap((fact) => fact.reads) : []),
    ]),
  );
}
