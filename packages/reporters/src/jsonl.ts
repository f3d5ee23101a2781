import type { Report, ReportLine } from '@preflag/core';
import type { MachineOptions } from './lib/machine-options.ts';
import { worstVerdict } from './lib/worst-verdict.ts';

/**
 * The lines of `--format jsonl`, each with its line end: a delivery, its findings and its checks, then the next, and an end. Every line is JSON by
 * itself; a stream without the `end` line was cut off, and its findings are not all.
 */
export function* renderJsonl(
  reports: readonly Report[],
  version: string,
  { unchecked = 0 }: Pick<MachineOptions, 'unchecked'> = {},
): Generator<string> {
  for (const [delivery, report] of reports.entries()) {
    const { findings, checks, ...rest } = report;
    yield line({ type: 'delivery', schemaVersion: 1, tool: { name: 'preflag', version }, delivery, ...rest });
    for (const finding of findings) yield line({ type: 'finding', delivery, ...finding });
    for (const check of checks) yield line({ type: 'check', delivery, ...check });
  }
  yield line({ type: 'end', deliveries: reports.length, verdict: worstVerdict(reports, unchecked), ...(unchecked > 0 && { unchecked }) });
}

function line(value: ReportLine): string {
  return `${JSON.stringify(value)}\n`;
}
