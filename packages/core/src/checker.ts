import { PreflagError } from './errors.ts';
import type { Fact } from './fact.ts';
import type { Rule } from './rule.ts';

/** A plugin: a set of rules for one cluster. */
export interface Checker {
  /** The cluster, which begins every rule's id. */
  readonly name: string;
  readonly title: string;
  readonly rules: readonly Rule[];
  /**
   * What reports carry of each file that these facts read, beside findings: a fact `data-update/update` stands under `facts.update`.
   * They must be portable, and come from check workers only. Default none.
   */
  readonly facts?: readonly Fact[];
}

/** Declares a checker; rule ids must begin with its name and be different. */
export function defineChecker(checker: Checker): Checker {
  const seen = new Set<string>();
  for (const { id } of checker.rules) {
    if (!id.startsWith(`${checker.name}/`))
      throw new PreflagError('rule', `The rule ${id} does not belong to the checker ${checker.name}.`);
    if (seen.has(id)) throw new PreflagError('rule', `The checker ${checker.name} has two rules with the id ${id}.`);
    seen.add(id);
  }
  for (const { id, portable } of checker.facts ?? [])
    if (!portable || !id.startsWith(`${checker.name}/`))
      throw new PreflagError('rule', `The fact ${id} of the checker ${checker.name} must be portable, and begin with the checker's name.`);
  return checker;
}
