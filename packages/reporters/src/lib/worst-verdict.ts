import type { Report, Verdict } from '@preflag/core';

export const WORST_FIRST: readonly Verdict[] = ['fail', 'incomplete', 'pass'];

/** The verdict over several deliveries, which decides the exit code; of none at all, `incomplete`: nothing was checked. */
export function worstVerdict(reports: readonly Pick<Report, 'verdict'>[]): Verdict {
  if (reports.length === 0) return 'incomplete';
  return WORST_FIRST.find((verdict) => reports.some((report) => report.verdict === verdict)) ?? 'pass';
}
