import { concerns, runRules, selectRules, type Checker, type Reads, type Selection } from '@preflag/core';
import { readTarget, type TargetRequest } from '@preflag/readers';
import type { ChecksResult } from './ask-checks.ts';

/** Adds the checks of checkers that were passed as objects. They run here, so they cannot be stopped, and their checks say so. */
export async function checkInProcess(
  result: ChecksResult,
  checkers: readonly Checker[],
  request: Omit<TargetRequest, 'wanted'>,
  selection: Selection,
): Promise<ChecksResult> {
  const { rules: _, ...globs } = selection;
  const runs = selectRules(checkers, globs);
  const { target } = await readTarget({ ...request, wanted: new Set<Reads>(runs.flatMap(({ rule }) => rule.reads)) });
  const [checks, findings, jobErrors] = [[...result.checks], [...result.findings], [...result.jobErrors]];
  for await (const own of runRules(
    runs.filter(({ rule }) => concerns(rule, target)),
    target,
    request.limits ? { limits: request.limits } : {},
  )) {
    checks.push({ ...own.check, isolated: false });
    findings.push(...own.findings);
    jobErrors.push(...own.jobErrors);
  }
  return { ...result, checks, findings, jobErrors };
}
