import picomatch from 'picomatch';
import type { Checker } from '../checker.ts';
import { PreflagError } from '../errors.ts';
import type { RuleSetting } from '../job/types.ts';
import type { Rule } from '../rule.ts';
import type { RuleRun } from './run-rules.ts';

export type RuleSettings = Readonly<Record<string, RuleSetting>>;

export interface Selection {
  /** Settings by glob on rule ids: the config's, those of its overrides for the file, the job's. Later ones win, as they are written. */
  readonly rules?: readonly RuleSettings[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** These are not all of the checkers: a glob that names no rule here may name one of the others. Default false. */
  readonly isPart?: boolean;
}

/**
 * The rules of the checkers that are switched on, each with its settings.
 * @throws {PreflagError} code `usage` when a glob names no rule at all
 */
export function selectRules(checkers: readonly Checker[], selection: Selection = {}): readonly RuleRun[] {
  const rules: readonly Rule[] = checkers.flatMap((checker) => checker.rules);
  const { only = [], skip = [] } = selection;
  const layers = selection.rules ?? [];
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['--only', only],
    ['--skip', skip],
    ['rules', layers.flatMap(Object.keys)],
  ];
  if (!selection.isPart) for (const [where, globs] of groups) for (const glob of globs) requireMatch(where, glob, rules);
  return rules.flatMap((rule) => {
    const setting = layers.reduce<RuleSetting>((merged, layer) => ({ ...merged, ...settingOf(rule.id, layer) }), {});
    const isSelected =
      (only.length === 0 || picomatch.isMatch(rule.id, [...only])) &&
      !(skip.length > 0 && picomatch.isMatch(rule.id, [...skip])) &&
      !setting.off;
    return isSelected
      ? [{ rule, ...(setting.severity && { severity: setting.severity }), ...(setting.options && { options: setting.options }) }]
      : [];
  });
}

/** What one layer says of a rule. Naming the very rule switches it on again where a layer before had it off. */
function settingOf(id: string, layer: RuleSettings): RuleSetting {
  const matching = Object.entries(layer).flatMap(([glob, setting]) => (picomatch.isMatch(id, glob) ? [setting] : []));
  return Object.assign({}, id in layer ? { off: false } : {}, ...matching) as RuleSetting;
}

function requireMatch(where: string, glob: string, rules: readonly Rule[]): void {
  if (rules.some(({ id }) => picomatch.isMatch(id, glob))) return;
  throw new PreflagError('usage', `${where} names '${glob}', and no rule matches it. See the rules with: preflag rules`);
}
