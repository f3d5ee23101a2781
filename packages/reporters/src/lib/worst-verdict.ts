import type { Report, Verdict } from '@preflag/core';

export const WORST_FIRST: readonly Verdict[] = ['fail', 'incomplete', 'pass'];

/**
 * The verdict over several deliveries, which decides the exit code. Of none at all it is `incomplete`: nothing was checked.
 * @param unchecked deliveries that have no report
 */
export function worstVerdict(reports: readonly Pick<Report, 'verdict'>[], unchecked = 0): Verdict {
  const verdicts = new Set<Verdict>([
    ...reports.map(({ verdict }) => verdict),
    ...(unchecked > 0 || reports.length === 0 ? ['incomplete' as const] : []),
  ]);
  return WORST_FIRST.find((verdict) => verdicts.has(verdict)) ?? 'pass';
}
