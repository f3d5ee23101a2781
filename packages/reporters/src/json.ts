import type { Report, ReportFile, Verdict } from '@preflag/core';

/**
 * Reports as data, in the format of the report schema, version 1.
 * @param unchecked deliveries that have no report, because the call was interrupted
 */
export function toReportFile(reports: readonly Report[], version: string, unchecked = 0): ReportFile {
  const verdicts: Record<Verdict, number> = { pass: 0, fail: 0, incomplete: 0 };
  for (const { verdict } of reports) verdicts[verdict] += 1;
  const summary = { deliveries: reports.length, verdicts, ...(unchecked > 0 && { unchecked }) };
  return { schemaVersion: 1, tool: { name: 'preflag', version }, summary, reports };
}

/** The text of `--format json`. */
export function renderJson(reports: readonly Report[], version: string, unchecked = 0): string {
  return `${JSON.stringify(toReportFile(reports, version, unchecked), null, 2)}\n`;
}
