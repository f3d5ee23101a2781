import {
  concerns,
  PreflagError,
  readsKind,
  runRules,
  selectRules,
  wantedKinds,
  type Checker,
  type DeliveryModel,
  type Input,
  type Job,
  type Limits,
  type RuleRun,
  type Selection,
  type Target,
} from '@preflag/core';
import { deliveryModel, readTarget, type TargetRequest } from '@preflag/readers';
import type { ChecksResult } from './ask-checks.ts';
import { demandedRules, mergeDemanded } from './demanded-rules.ts';

/** Adds the checks of checkers that were passed as objects. They run here, so they cannot be stopped, and their checks say so. */
export async function checkInProcess(
  result: ChecksResult,
  checkers: readonly Checker[],
  request: Omit<TargetRequest, 'wanted'>,
  selection: Selection,
): Promise<ChecksResult> {
  const runs = selected(checkers, selection);
  const { target } = await readTarget({ ...request, wanted: wantedKinds(runs) });
  return withChecks(result, runs, target, request.limits);
}

/** The same for their rules on the delivery as a whole. */
export async function checkDeliveryInProcess(
  result: ChecksResult,
  checkers: readonly Checker[],
  delivery: Omit<DeliveryModel, 'kind' | 'file' | 'describe'>,
  job: Job | null,
  selection: Selection,
): Promise<ChecksResult> {
  const inputs = new Set<Input>(['deliverable', ...(job ? ['job' as const] : []), ...(delivery.isPartial ? [] : ['siblings' as const])]);
  const models = new Map([['manifest', deliveryModel(delivery)] as const]);
  return withChecks(result, selected(checkers, selection), { file: '.', models, absent: new Map(), job, deliverable: null, inputs });
}

/** @throws {PreflagError} code `usage` for rules over the facts of all files: these facts come from check workers only */
function selected(checkers: readonly Checker[], selection: Selection): readonly RuleRun[] {
  const runs = selectRules(checkers, selection);
  const overAll = runs.find(({ rule }) => readsKind(rule, 'package'));
  if (overAll)
    throw new PreflagError(
      'usage',
      `The rule ${overAll.rule.id} reads the facts of all files, which come from check workers: name its checker by its module instead of passing it as an object.`,
    );
  return runs;
}

async function withChecks(result: ChecksResult, runs: readonly RuleRun[], target: Target, limits?: Limits): Promise<ChecksResult> {
  const [checks, findings, jobErrors] = [[...result.checks], [...result.findings], [...result.jobErrors]];
  const rules = { ...result.rules };
  const concerned = runs.filter(({ rule }) => concerns(rule, target));
  for await (const own of runRules(concerned, target, limits ? { limits } : {})) {
    checks.push({ ...own.check, isolated: false });
    findings.push(...own.findings);
    jobErrors.push(...own.jobErrors);
    if (own.rule) rules[own.check.rule] = own.rule;
  }
  const demands = mergeDemanded(result.demands, demandedRules(concerned));
  return { ...result, checks, findings, jobErrors, rules, demands };
}
