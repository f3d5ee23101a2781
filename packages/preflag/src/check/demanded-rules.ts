import type { RuleRun } from '@preflag/core';
import type { DemandedRules } from './messages.ts';

/** What of the job the rules check. */
export function demandedRules(runs: readonly RuleRun[]): DemandedRules {
  const demanded: Record<string, string[]> = {};
  for (const { rule } of runs) for (const demand of rule.demands ?? []) (demanded[demand] ??= []).push(rule.id);
  return demanded;
}

/** The rules of both. */
export function mergeDemanded(a: DemandedRules, b: DemandedRules): DemandedRules {
  const merged: Record<string, readonly string[]> = { ...a };
  for (const [demand, rules] of Object.entries(b)) merged[demand] = [...(merged[demand] ?? []), ...rules];
  return merged;
}
