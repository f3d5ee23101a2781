import picomatch from 'picomatch';
import type { Check, Notice, RuleSetting } from '@preflag/core';
import type { Prepared } from './prepare.ts';

/** What settings left out, and settings and exceptions that have no effect any more. */
export function noticesOf({ plan, exceptions, job }: Prepared, checks: readonly Check[]): readonly Notice[] {
  const { rules = [], only = [], skip = [] } = plan.selectionFor();
  const settings = rules.flatMap((layer) => Object.entries<RuleSetting>(layer));
  const ofJob = Object.entries(job.job?.rules ?? {});
  return [
    ...(only.length > 0 ? [{ code: 'rules-selected' as const, text: `Only rules that match ${list(only)} were run.` }] : []),
    ...(skip.length > 0 ? [{ code: 'rules-selected' as const, text: `Rules that match ${list(skip)} were not run.` }] : []),
    ...settings
      .filter(([, { off }]) => off)
      .map(([glob, { reason }]): Notice => ({
        code: 'rules-off',
        text: `${glob} is switched off${reason === undefined ? ', and no reason is given' : `: ${reason}`}.`,
      })),
    ...ofJob
      .filter(([glob, { off }]) => !off && !checks.some(({ rule }) => picomatch.isMatch(rule, glob)))
      .map(([glob]): Notice => ({
        code: 'stale-setting',
        text: `The job sets ${glob}, and no such rule runs on a file of the delivery: the setting has no effect.`,
      })),
    ...exceptions.notices(checks),
  ];
}

function list(globs: readonly string[]): string {
  return globs.join(', ');
}
