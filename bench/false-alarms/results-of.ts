import { concerns, runRules, type Rule, type RuleResult, type Target } from '@preflag/core';

/** What the rules that concern a target say of it. */
export async function resultsOf(rules: readonly Rule[], target: Target): Promise<readonly RuleResult[]> {
  const results: RuleResult[] = [];
  const runs = rules.filter((rule) => concerns(rule, target)).map((rule) => ({ rule }));
  for await (const result of runRules(runs, target)) results.push(result);
  return results;
}
