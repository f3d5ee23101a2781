import type { Report } from '@preflag/core';

/** How many rules are listed. */
const LISTED = 15;

/** Where the time went, by rule, the slowest first. */
export function statsText(reports: readonly Report[]): string {
  const byRule = new Map<string, { ms: number; files: number; cached: number }>();
  for (const { rule, outcome, durationMs, cached } of reports.flatMap(({ checks }) => checks)) {
    if (outcome === 'not-checked') continue;
    const entry = byRule.get(rule) ?? { ms: 0, files: 0, cached: 0 };
    byRule.set(rule, { ms: entry.ms + durationMs, files: entry.files + 1, cached: entry.cached + (cached ? 1 : 0) });
  }
  const sorted = [...byRule].toSorted(([, a], [, b]) => b.ms - a.ms);
  const total = reports.reduce((sum, { summary }) => sum + summary.durationMs, 0);
  const inRules = sorted.reduce((sum, [, { ms }]) => sum + ms, 0);
  const rows = sorted
    .slice(0, LISTED)
    .map(([rule, { ms, files, cached }]) => [
      rule,
      `${ms.toFixed(1)} ms`,
      `${files} ${files === 1 ? 'check' : 'checks'}${cached > 0 ? ` (${cached} cached)` : ''}`,
    ]);
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  return [
    'Time by rule',
    ...rows.map(([rule = '', ms = '', files = '']) => `  ${rule.padEnd(widths[0]!)}  ${ms.padStart(widths[1]!)}  ${files}`),
    ...(sorted.length > LISTED ? [`  and ${sorted.length - LISTED} more rules`] : []),
    `Rules ${inRules.toFixed(0)} ms of ${total.toFixed(0)} ms for the deliveries; the rest is starting workers, reading files and what rules share.`,
    '',
  ].join('\n');
}
