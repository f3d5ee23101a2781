import type { Report, ReportFile, Verdict } from '@preflag/core';

/** Reports as data, in the format of the report schema, version 1. */
export function toReportFile(reports: readonly Report[], version: string): ReportFile {
  const verdicts: Record<Verdict, number> = { pass: 0, fail: 0, incomplete: 0 };
  for (const { verdict } of reports) verdicts[verdict] += 1;
  return { schemaVersion: 1, tool: { name: 'preflag', version }, summary: { deliveries: reports.length, verdicts }, reports };
}

/** The text of `--format json`. */
export function renderJson(reports: readonly Report[], version: string): string {
  return `${JSON.stringify(toReportFile(reports, version), null, 2)}\n`;
}
